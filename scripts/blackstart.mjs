#!/usr/bin/env node
// The one file that is not TypeScript: the compile cache must be on before the first types are stripped, or every start
// loads the compiler that strips them.
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./main.ts');
