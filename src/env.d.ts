import type { LabIndex } from './core/views/lab-index.ts';
import type { Site } from './site/site.ts';

declare global {
  namespace App {
    interface Locals {
      index: LabIndex;
      site: Site;
    }
  }
}
