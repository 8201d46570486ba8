import type { Lab, Service } from '../model/lab.ts';
import { composeJson } from './compose-json.ts';
import type { LabJson } from './lab-schema.ts';

/** `lab.json`: the lab as data, without what is private. */
export function exportLab(lab: Lab): LabJson {
  const hidden = new Set([
    ...lab.pages.flatMap((page) => (page.private ? [page.id, page.path] : [])),
    ...lab.services.flatMap((service) => (service.private ? [service.id] : [])),
  ]);
  const { head } = lab.history;
  return {
    $schema: './lab.schema.json',
    version: 1,
    lab: { title: lab.title, asOf: lab.asOf, ...(head !== undefined && { commit: head }) },
    pages: lab.pages
      .filter(({ id }) => !hidden.has(id))
      .map(({ id, kind, title, path, url, data }) => ({ id, kind, title, path, url, data: { ...data } })),
    services: lab.services.filter(({ id }) => !hidden.has(id)).map(serviceJson),
    edges: lab.edges
      .filter(({ from, to, source }) => ![from, to, source.path].some((id) => hidden.has(id)))
      .map(({ from, to, relation, source }) => ({ from, to, relation, source: { ...source } })),
    changes: [],
    findings: lab.findings
      .filter(({ place }) => !hidden.has(place.path))
      .map(({ rule, severity, place, message, hint }) => ({
        rule,
        severity,
        ...place,
        message,
        ...(hint !== undefined && { hint }),
      })),
  };
}

type ServiceJson = LabJson['services'][number];

const serviceJson = ({ id, project, name, url, mode, source, compose }: Service): ServiceJson => ({
  id,
  project,
  name,
  url,
  ...(mode && { mode }),
  source: { ...source },
  ...(compose && { compose: composeJson(compose, source.path) }),
});
