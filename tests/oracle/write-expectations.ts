/**
 * Asks the oracle about our own cases and keeps what it says for the tests that run without it:
 *
 *   node tests/oracle/write-expectations.ts COMPOSE-BINARY
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { askOracle } from './ask-oracle.ts';
import { EXPECTED, readCases } from './cases.ts';
import type { Case } from './cases.ts';

const [binary] = process.argv.slice(2);
if (binary === undefined) throw new Error('Name the binary of docker-compose.');

const answers: [string, unknown][] = [];
for (const one of readCases()) answers.push([one.name, await answerTo(one, binary)]);
writeFileSync(EXPECTED, `${JSON.stringify(Object.fromEntries(answers), null, 1)}\n`);
const rejected = answers.filter(([, answer]) => answer === 'rejected').length;
console.log(`${answers.length} cases, ${rejected} of them rejected`);

async function answerTo({ files, paths, mode, environment }: Case, oracle: string): Promise<unknown> {
  const made = mkdtempSync(join(tmpdir(), 'blackstart-oracle-'));
  const root = join(made, 'project');
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const answer = await askOracle(oracle, { folder: root, paths, mode, environment });
    return answer.type === 'accepted' ? answer.model : 'rejected';
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
