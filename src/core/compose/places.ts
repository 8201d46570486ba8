/**
 * The place of a part of a compose file, written with `*` for what users name and `[]` for the items of a list:
 * `services.*.volumes.[]`. Rules are looked up by it.
 */
export function below(place: string, key: string): string {
  if (place === '') return key;
  return NAMED.has(place) ? `${place}.*` : `${place}.${key}`;
}

export function itemOf(place: string): string {
  return `${place}.[]`;
}

/** Mappings whose keys users choose. */
const NAMED = new Set([
  'configs',
  'models',
  'networks',
  'secrets',
  'services',
  'volumes',
  'services.*.build.additional_contexts',
  'services.*.build.ulimits',
  'services.*.depends_on',
  'services.*.models',
  'services.*.networks',
  'services.*.ulimits',
]);
