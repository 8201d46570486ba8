import type { ComposeService, Dependency, Value } from '../model/compose.ts';
import { redactValue, redactWords } from '../secrets/redact-value.ts';
import { environmentOf } from './environment.ts';
import { mountsOf, tmpfsOf } from './mounts.ts';
import { ownOf } from './own.ts';
import { portsOf } from './ports.ts';
import { child, entriesOf, itemsOf, scalarAt, scalarsOf } from './tree.ts';
import type { Scalar, Tree } from './tree.ts';
import { valueOf } from './values.ts';

/** What a document says about the service under one key. A body that is no mapping says nothing. */
export function serviceOf(name: string, body: Tree, line: number): ComposeService {
  const facts = {
    image: valueAt(body, 'image'),
    build: buildOf(child(body, 'build')),
    containerName: valueAt(body, 'container_name'),
    restart: valueAt(body, 'restart'),
    networkMode: valueAt(body, 'network_mode'),
    healthcheck: healthcheckOf(child(body, 'healthcheck')),
  };
  return {
    name: redactValue(name),
    line,
    ...present(facts),
    ports: portsOf(child(body, 'ports')),
    mounts: [...mountsOf(child(body, 'volumes')), ...tmpfsOf(child(body, 'tmpfs'))],
    networks: namesOf(child(body, 'networks')),
    dependsOn: dependenciesOf(child(body, 'depends_on')),
    environment: environmentOf(child(body, 'environment')),
    envFiles: pathsOf(child(body, 'env_file')),
    profiles: scalarsOf(child(body, 'profiles')).map((profile) => valueOf(profile).display),
    own: ownOf(body),
  };
}

/** Texts of a list whose items may be `{ path }`, as in `env_file` and `include`, where `path` may be a list itself. */
export function pathsOf(tree: Tree | undefined): readonly Value[] {
  const items = tree?.kind === 'mapping' ? [tree] : itemsOf(tree);
  return items.flatMap((item) =>
    (item.kind === 'mapping' ? scalarsOf(child(item, 'path')) : scalarsOf(item)).map(valueOf),
  );
}

function valueAt(tree: Tree, key: string): Value | undefined {
  const scalar = scalarAt(tree, key);
  return scalar && valueOf(scalar);
}

function buildOf(build: Tree | undefined): Value | undefined {
  if (build?.kind === 'scalar') return valueOf(build);
  if (build?.kind !== 'mapping') return undefined;
  return valueAt(build, 'context') ?? { display: '.', raw: '', state: 'default', line: build.line };
}

/** Names of a list, or the keys of a mapping. */
function namesOf(tree: Tree | undefined): readonly Value[] {
  if (tree?.kind === 'mapping')
    return entriesOf(tree).map(([key, { line }]) => valueOf(keyAsScalar(key, line)));
  return scalarsOf(tree).map(valueOf);
}

function keyAsScalar(text: string, line: number): Scalar {
  return { kind: 'scalar', text, type: 'string', line };
}

function dependenciesOf(tree: Tree | undefined): readonly Dependency[] {
  if (tree?.kind !== 'mapping') {
    return scalarsOf(tree).map((scalar) => ({
      service: valueOf(scalar).display,
      condition: STARTED,
      line: scalar.line,
    }));
  }
  return entriesOf(tree).map(([key, { value, line }]) => {
    const condition = scalarAt(value, 'condition');
    return { service: redactValue(key), condition: condition ? valueOf(condition).display : STARTED, line };
  });
}

const STARTED = 'service_started';

/** The command that tests a service, without its marker; `none` when the test is switched off. */
function healthcheckOf(tree: Tree | undefined): Value | undefined {
  const test = child(tree, 'test');
  const disabled = scalarAt(tree, 'disable');
  if (disabled && /^(?:true|yes|on)$/i.test(disabled.text)) return { ...valueOf(disabled), display: 'none' };
  if (test?.kind === 'scalar')
    return test.text.trim() === 'NONE' ? { ...valueOf(test), display: 'none' } : valueOf(test);
  if (test?.kind !== 'sequence') return undefined;
  const words = redactWords(scalarsOf(test).map(({ text }) => text));
  const value = valueOf({ kind: 'scalar', text: words.join(' '), type: 'string', line: test.line });
  return { ...value, display: value.display.replace(/^CMD(?:-SHELL)? /, '').replace(/^NONE$/, 'none') };
}

/** The facts that are known, as optional keys may not hold `undefined`. */
function present<T extends Readonly<Record<string, Value | undefined>>>(
  facts: T,
): { [K in keyof T]?: Value } {
  const known: { [K in keyof T]?: Value } = {};
  for (const key in facts) {
    const value = facts[key];
    if (value !== undefined) known[key] = value;
  }
  return known;
}
