import type { ComposeService, FileMount, Value } from '../model/compose.ts';
import { dependenciesOf } from './dependencies.ts';
import { environmentOf } from './environment.ts';
import { devicesOf, gpusOf, limitsOf } from './hardware.ts';
import { healthcheckOf, wordsOf } from './healthcheck.ts';
import { labelFactsOf } from './labels.ts';
import { membershipsOf } from './memberships.ts';
import { mountsOf, tmpfsOf } from './mounts.ts';
import { ownOf } from './own.ts';
import { portsOf } from './ports.ts';
import { at, child, isTrue, itemsOf, scalarAt, scalarsOf } from './tree.ts';
import type { At, Tree } from './tree.ts';
import { displayAt, present, textsAt, valueAt, valueOf, valuesAt } from './values.ts';

/** What a model says about the service of a name. A body that is no mapping says nothing. */
export function serviceOf(name: string, body: Tree, place: At): ComposeService {
  const privileged = scalarAt(body, 'privileged');
  return {
    name,
    ...at(place),
    ...present({
      image: valueAt(body, 'image'),
      build: valueAt(child(body, 'build'), 'context'),
      containerName: valueAt(body, 'container_name'),
      hostname: valueAt(body, 'hostname'),
      restart: valueAt(body, 'restart'),
      command: wordsOf(child(body, 'command')),
      entrypoint: wordsOf(child(body, 'entrypoint')),
      user: valueAt(body, 'user'),
      stopGracePeriod: valueAt(body, 'stop_grace_period'),
      logging: valueAt(child(body, 'logging'), 'driver'),
      runtime: valueAt(body, 'runtime'),
      pidMode: valueAt(body, 'pid'),
      privileged: privileged && isTrue(privileged) ? valueOf(privileged) : undefined,
      networkMode: valueAt(body, 'network_mode'),
      healthcheck: healthcheckOf(body),
    }),
    ports: portsOf(child(body, 'ports')),
    mounts: [...mountsOf(child(body, 'volumes')), ...tmpfsOf(child(body, 'tmpfs'))],
    networks: membershipsOf(body, place),
    dependsOn: dependenciesOf(body),
    environment: environmentOf(child(body, 'environment')),
    envFiles: pathsOf(child(body, 'env_file')),
    secrets: filesOf(child(body, 'secrets')),
    configs: filesOf(child(body, 'configs')),
    profiles: valuesAt(body, 'profiles').map(({ display }) => display),
    devices: devicesOf(body),
    gpus: gpusOf(body),
    capAdd: valuesAt(body, 'cap_add'),
    capDrop: valuesAt(body, 'cap_drop'),
    securityOpt: valuesAt(body, 'security_opt'),
    extraHosts: textsAt(body, 'extra_hosts', ':'),
    limits: limitsOf(body),
    labels: labelFactsOf(body),
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

function filesOf(tree: Tree | undefined): readonly FileMount[] {
  return itemsOf(tree).flatMap((item) => {
    const source = scalarAt(item, 'source');
    const target = displayAt(item, 'target');
    if (!source) return [];
    return [
      { source: valueOf(source).display, ...(target !== undefined && { target }), value: valueOf(source) },
    ];
  });
}
