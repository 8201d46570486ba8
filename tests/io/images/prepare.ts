import { expect } from 'vitest';
import { prepareImages } from '../../../src/io/images/prepare-images.ts';
import { folderOf } from '../folders.ts';

/** Prepares the only picture of a lab, without a cache. */
export async function prepareOne(path: string, content: string | Uint8Array) {
  const { images, findings } = await prepareImages(folderOf({ [path]: content }), [path], false);
  return { picture: images.get(path), findings };
}

/** The files of a picture that was made without complaint: the one shown, then its original. */
export async function filesOf(path: string, content: string | Uint8Array) {
  const { picture, findings } = await prepareOne(path, content);
  expect(findings).toEqual([]);
  const [shown, original] = picture?.files ?? [];
  if (!picture || !shown) throw new Error(`No picture was made of ${path}.`);
  return { picture, shown: shown.bytes, original: original?.bytes };
}

/** What the author of a picture reads when it is not shown. */
export async function complaint(path: string, content: string | Uint8Array) {
  const { picture, findings } = await prepareOne(path, content);
  expect(picture).toBeUndefined();
  expect(findings).toHaveLength(1);
  const [finding] = findings;
  expect(finding?.place).toEqual({ path, line: 1 });
  return `${finding?.severity}: ${finding?.message} ${finding?.hint}`;
}
