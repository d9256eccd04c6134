import { createHash } from 'node:crypto';
import { BASE } from './base';
import { COMPONENTS, ELDER, NARROW_TABLES, PRINT } from './components';

const TEXT = [BASE, COMPONENTS, NARROW_TABLES, ELDER, PRINT]
  .join('')
  .replace(/\n\s*/g, '\n')
  .replace(/^\n/, '');
const HASH = createHash('sha256').update(TEXT).digest('base64url');

/** The one style sheet. Its name changes with its content, so it may be kept for ever. */
export const STYLE_SHEET = {
  text: TEXT,
  path: `/assets/portal.${HASH.slice(0, 12)}.css`,
} as const;
