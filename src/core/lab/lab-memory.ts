import type { NamedService } from '../model/lab.ts';
import type { Classified } from './classify.ts';
import { keeper, type Keeper } from './keeper.ts';
import type { ReadData } from './page-data.ts';
import type { PageLinks } from './page-links.ts';

/**
 * What was found out about single pages when a lab was built, for the next time that it is. It changes how long building
 * takes and never what comes out. Its owner is whoever reads a lab again; pages that have changed are other pages.
 */
export type LabMemory = Readonly<{
  kinds: Keeper<Classified>;
  data: Keeper<ReadData>;
  links: Keeper<PageLinks>;
  names: Keeper<readonly NamedService[]>;
}>;

export const labMemory = (): LabMemory => ({
  kinds: keeper(),
  data: keeper(),
  links: keeper(),
  names: keeper(),
});
