import sharp from 'sharp';
import { makePicture } from './make-picture.ts';
import type { Job } from './made-picture.ts';

// One process for each picture at a time: threads and caches of its own would only cost memory.
sharp.concurrency(1);
sharp.cache(false);

process.on('message', async (job: Job) => process.send?.(await makePicture(job)));
