// Loaded with --import: ends the process, or fails with a full disk, at its DIE_AT-th change below OUT, half-way through a file.
// Says at the end how many changes there were.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';

const { OUT = '', DIE_AT = 'never', DIE_OF = 'kill' } = process.env;
const write = fs.writeFileSync;
let changes = 0;

for (const name of ['writeFileSync', 'renameSync', 'mkdirSync', 'rmSync', 'unlinkSync', 'rmdirSync'])
  fs[name] = watched(fs[name], name);
for (const name of ['writeFile', 'rename', 'mkdir', 'rm', 'unlink', 'rmdir'])
  fs.promises[name] = watched(fs.promises[name], name);
syncBuiltinESMExports();
process.on('exit', () => console.error(`changes: ${changes}`));

function watched(change, name) {
  return (path, ...rest) => {
    if (!resolve(String(path)).startsWith(OUT + sep)) return change(path, ...rest);
    changes += 1;
    if (String(changes) !== DIE_AT) return change(path, ...rest);
    if (name === 'writeFileSync') write(path, rest[0].subarray(0, rest[0].length / 2));
    if (DIE_OF === 'full')
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    process.kill(process.pid, 'SIGKILL');
    for (;;);
  };
}
