import { MASK, masked } from './mask.ts';
import { redactValue } from './redact-value.ts';

/** A scalar of a YAML file: `source` with its quotes, or without the head of a block, `value` as YAML reads it. */
export type ScalarSource = Readonly<{ source: string; value: string; form: 'plain' | 'quoted' | 'block' }>;

/** The source with nothing left of the value; lines, indentation and quotes stay. */
export function maskScalar({ source, form }: Omit<ScalarSource, 'value'>): string {
  if (source === '') return '';
  if (form === 'block') return source.split('\n').map(maskLine).join('\n');
  const quote = form === 'quoted' ? (source[0] ?? '') : '';
  const [, ...lines] = source.split('\n');
  const end = lines.length > 0 && lines.at(-1)?.trim() === quote ? '' : quote;
  return [quote + MASK, ...lines.map(maskLine)].join('\n') + end;
}

/** The source of a scalar whose value may be shown as `shown`. Where the two cannot be matched, nothing is shown. */
export function showScalar(scalar: ScalarSource, shown: string): string {
  const { source, value, form } = scalar;
  if (shown === value) return source;
  if (form !== 'block' && source.includes(value)) return source.replace(value, () => shown);
  const redacted = redactValue(source);
  const isComplete = form === 'block' && count(redacted) >= count(shown);
  return isComplete ? redacted : maskScalar(scalar);
}

/** The source of `NAME=value` with the value masked. A text without `=` that is no name is masked as a whole. */
export function maskAssigned(scalar: ScalarSource): string {
  const { source, form } = scalar;
  const equals = source.indexOf('=');
  if (equals === -1) return /^["']?[\w.${}:/-]*["']?$/.test(source.trim()) ? source : maskScalar(scalar);
  const name = source.slice(0, equals + 1);
  if (name.includes('\n')) return maskScalar(scalar);
  const [, ...lines] = source.slice(equals + 1).split('\n');
  const quote = form === 'quoted' ? (source[0] ?? '') : '';
  return [name + MASK, ...lines.map(maskLine)].join('\n') + quote;
}

/** Keeps indentation, dashes and line end. */
export function maskLine(line: string): string {
  const [indent = ''] = /^[ \t]*(?:- +)*/.exec(line) ?? [];
  const text = line.slice(indent.length).trimEnd();
  return text === '' ? line : indent + masked(text) + (line.endsWith('\r') ? '\r' : '');
}

function count(text: string): number {
  return text.split(MASK).length;
}

/** The options of a mount, where those that only say how it is mounted stay. */
export function maskMountOptions(scalar: ScalarSource): string {
  const isKnown = scalar.value.split(',').every((option) => MOUNT_OPTION.test(option.trim()));
  if (isKnown) return scalar.source;
  const shown = scalar.value.split(',').map((option) => {
    const [name = '', value] = option.split('=', 2);
    if (MOUNT_OPTION.test(option.trim())) return option;
    return value === undefined || !/^[\w-]{1,40}$/.test(name.trim()) ? MASK : `${name}=${MASK}`;
  });
  return showScalar(scalar, shown.join(','));
}

const MOUNT_OPTION =
  /^(?:r?bind|ro|rw|nolock|soft|hard|intr|noatime|nodiratime|nofail|_netdev|async|sync|defaults|exec|noexec|suid|nosuid|dev|nodev|tcp|udp|nfsvers=[\d.]+|vers=[\d.]+|nobrl|mfsymlinks|noperm|(?:uid|gid|timeo|retrans|retry|port|rsize|wsize|size|mode|file_mode|dir_mode|actimeo)=(?:\d+[kmg]?|\$\{?\w+\}?)|addr=[\w.${}:-]+|sec=\w+|iocharset=[\w-]+)$/;
