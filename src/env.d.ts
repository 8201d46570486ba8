declare namespace App {
  interface Locals {
    index: import('./core/views/lab-index.ts').LabIndex;
    site: import('./site/site.ts').Site;
  }
}
