import { notificationIdIn, saysDone } from '../src/features/workbench/stream-block';

describe('a block of the stream of notifications', () => {
  it('carries the number of a notification', () => {
    expect(notificationIdIn('event: notification\nid: 42\ndata: {"id":42}')).toEqual(['42']);
    expect(notificationIdIn('id:7\nevent:notification\ndata:{}')).toEqual(['7']);
  });

  it.each([
    ['a heartbeat', ': still here'],
    ['another event', 'event: ready\ndata: {"unread":3}'],
    ['one without a number', 'event: notification\ndata: {}'],
    ['nothing', ''],
  ])('carries none: %s', (_, block) => {
    expect(notificationIdIn(block)).toEqual([]);
  });

  it('says that something is done, apart from what is told', () => {
    expect(saysDone('event: done\ndata: {}')).toBe(true);
    expect(saysDone('event: notification\nid: 42\ndata: {"title":"event: done"}')).toBe(false);
  });
});
