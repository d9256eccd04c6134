import { AUTHORITY_STORIES } from './authority-stories';
import { CHILDCARE_STORIES } from './childcare-stories';
import { ELDERLY_STORIES } from './elderly-stories';
import { EVERYDAY } from './everyday';
import { LICENCE_STORIES } from './licence-stories';
import type { Act } from './scene';
import { STAFF_STORIES } from './staff-stories';
import { UNFILED_STORIES } from './unfiled-stories';

/** The background work of the last night, so that the first look finds what has ended and what is about to. */
const LAST_NIGHT: readonly Act[] = [
  ...['yihe', 'star', 'swallow'].map((story): Act => {
    const run: Act['run'] = (scene) =>
      scene.work('staff.watch-institution', { institutionId: scene.note(`${story}/accept`) });
    return { key: `${story}/watched`, at: { minutesAgo: 10 }, run };
  }),
  {
    key: 'night/status',
    at: { minutesAgo: 10 },
    run: (scene) => scene.work('institutions.apply-status-steps'),
  },
  { key: 'night/watch', at: { minutesAgo: 9 }, run: (scene) => scene.work('staff.watch-unwatched') },
  { key: 'night/advance', at: { minutesAgo: 8 }, run: (scene) => scene.work('staff.advance-expiries') },
];

/** Everything that went on at the registration side of the demo county; each act once, in any order. */
export const STORIES: readonly Act[] = [
  ...ELDERLY_STORIES,
  ...CHILDCARE_STORIES,
  ...LICENCE_STORIES,
  ...STAFF_STORIES,
  ...AUTHORITY_STORIES,
  ...UNFILED_STORIES,
  ...EVERYDAY,
  ...LAST_NIGHT,
];
