import type { Act, Who } from './scene';

/** How many working days ago the work of the background was done: often enough for notifications to stand near their day. */
const NIGHTS: readonly number[] = [150, 100, 60, 40, 30, 20, 15, 12, 9, 7, 5, 4, 3, 2];
/** On the morning after the last of them everybody has read what they were told: only what came since is new. */
const READ: Act['at'] = [1, '08:30'];
const READERS: readonly Who[] = ['operator', 'registrar-mz', 'registrar-wj', 'adviser', 'reviewer'];
/** With what is watched a week before the first look, it finds warnings that are long read, and a few that are not. */
const WATCHED: readonly string[] = ['yihe', 'star', 'swallow'];

const nights = NIGHTS.map((daysAgo): Act => ({
  key: `night/${daysAgo}`,
  at: [daysAgo, '23:30'],
  run: (scene) => scene.settle(),
}));

const looks = READERS.map((who): Act => {
  const run: Act['run'] = async (scene) => {
    const { body } = await scene.as(who).get('/notifications?limit=1');
    const [newest] = body['items'] as { readonly id: number }[];
    if (newest) await scene.post(who, '/notifications/read', { upTo: newest.id });
    return 'read';
  };
  return { key: `notifications/${who}`, at: READ, run };
});

const watches: readonly Act[] = [
  ...WATCHED.map((story): Act => {
    const run: Act['run'] = (scene) =>
      scene.work('staff.watch-institution', { institutionId: scene.note(`${story}/accept`) });
    return { key: `${story}/watched-before`, at: [2, '23:00'], run };
  }),
  {
    key: 'night/watch-before',
    at: [2, '23:01'],
    run: (scene) => scene.work('staff.watch-unwatched'),
  },
  {
    key: 'night/advance-before',
    at: [2, '23:02'],
    run: (scene) => scene.work('staff.advance-expiries'),
  },
];

/** What goes on in an office besides the filings: work of the night, and notifications that are read. */
export const EVERYDAY: readonly Act[] = [...watches, ...nights, ...looks];
