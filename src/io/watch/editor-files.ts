import { baseName } from '../../core/paths.ts';

/** Whether `path` is one that editors write beside the file they have open, and take away again. */
export const isEditorFile = (path: string): boolean => EDITOR_FILE.test(baseName(path));

// Vim, Emacs, JetBrains, Kate, LibreOffice; and 4913 is how Vim tries whether it may write.
const EDITOR_FILE =
  /^(?:\..*\.sw[a-p]|4913|\.#.*|#.*#|.*~|.*___jb_(?:tmp|old)___|\..*\.kate-swp|\.~lock\..*#)$/;
