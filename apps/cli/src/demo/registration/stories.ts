import { AUTHORITY_STORIES } from './authority-stories';
import { CHILDCARE_STORIES } from './childcare-stories';
import { ELDERLY_STORIES } from './elderly-stories';
import type { Act } from './scene';
import { STAFF_STORIES } from './staff-stories';

/** Everything that went on at the registration side of the demo county; each act once, in any order. */
export const STORIES: readonly Act[] = [
  ...ELDERLY_STORIES,
  ...CHILDCARE_STORIES,
  ...STAFF_STORIES,
  ...AUTHORITY_STORIES,
];
