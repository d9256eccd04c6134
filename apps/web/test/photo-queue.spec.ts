import { PhotoQueue, type Photo } from '../src/features/inspections/tasks/photo-queue';
import { Unreachable } from '../src/shared/api/failure';
import { PhonePhotos, photoOf as storedAs, refusal } from './one-task';

const LONG_MS = 60_000;
const shot = (name: string) => new File(['picture'], name, { type: 'image/jpeg' });

describe('bringing photos of an inspection to the server', () => {
  let queue: PhotoQueue;
  let kept: PhonePhotos;
  /** What the server says to the next uploads; it takes them when nothing is said. */
  let answers: Error[];
  let received: Photo[];
  let attached: string[];
  beforeEach(() => {
    jest.useFakeTimers();
    answers = [];
    received = [];
    attached = [];
    kept = new PhonePhotos();
    queue = open();
  });
  afterEach(() => {
    queue.stop();
    jest.useRealTimers();
  });
  /** The page of the task, on the same phone. */
  const open = () =>
    new PhotoQueue(
      async (photo, onProgress) => {
        await Promise.resolve();
        onProgress(0.5);
        received.push(photo);
        const failure = answers.shift();
        if (failure) throw failure;
        return storedAs(`stored-${photo.file.name}`);
      },
      (itemId, { id }) => attached.push(`${itemId} ${id}`),
      kept,
    );
  const later = () => jest.advanceTimersByTimeAsync(LONG_MS);

  it('sends one after the other and gives each to its item, with the picture that is on the phone', async () => {
    queue.add('item-1', shot('a.jpg'));
    queue.add('item-2', shot('b.jpg'));
    expect(queue.current()).toHaveLength(2);
    await later();
    expect(attached).toEqual(['item-1 stored-a.jpg', 'item-2 stored-b.jpg']);
    expect(queue.current()).toEqual([]);
    expect(queue.pictureOf('stored-a.jpg')).toMatch(/^blob:/);
  });

  it('sends a photo again under the same key when no answer came, so that it is stored once', async () => {
    answers = [new Unreachable(), refusal(503, 'SERVICE_UNAVAILABLE')];
    queue.add('item-1', shot('a.jpg'));
    await later();
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ key }) => key)).size).toBe(1);
    expect(attached).toEqual(['item-1 stored-a.jpg']);
  });

  it('keeps a photo that is refused until it is taken away, and sends the next', async () => {
    answers = [refusal(415, 'UNSUPPORTED_MEDIA')];
    queue.add('item-1', shot('a.heic'));
    queue.add('item-1', shot('b.jpg'));
    await later();
    const [refused, ...others] = queue.current();
    expect(refused).toMatchObject({
      itemId: 'item-1',
      refusal: 'UNSUPPORTED_MEDIA：UNSUPPORTED_MEDIA',
    });
    expect(others).toEqual([]);
    expect(attached).toEqual(['item-1 stored-b.jpg']);
    queue.remove(refused!.key);
    expect(queue.current()).toEqual([]);
  });

  it('tells how much of a photo has been sent', async () => {
    const shares: number[] = [];
    queue.subscribe(() => shares.push(...queue.current().map(({ share }) => share)));
    queue.add('item-1', shot('a.jpg'));
    await later();
    expect([...new Set(shares)]).toEqual([0, 0.5]);
  });

  it('keeps a photo over a reload until the server has it, under the key with which it was sent before', async () => {
    answers = [new Unreachable()];
    queue.add('item-1', shot('a.jpg'));
    await jest.advanceTimersByTimeAsync(1);
    expect(queue.current()).toMatchObject([{ keeping: 'KEPT' }]);
    queue.stop();
    queue = open();
    await queue.start();
    expect(queue.current()).toMatchObject([{ itemId: 'item-1', keeping: 'KEPT' }]);
    await later();
    expect(attached).toEqual(['item-1 stored-a.jpg']);
    expect(new Set(received.map(({ key }) => key)).size).toBe(1);
    expect(kept.size).toBe(0);
  });

  it('calls a photo kept when it is written on the phone, not when it was taken', async () => {
    let written = () => {};
    jest.spyOn(kept, 'add').mockReturnValueOnce(new Promise((resolve) => (written = resolve)));
    answers = [new Unreachable()];
    queue.add('item-1', shot('a.jpg'));
    await jest.advanceTimersByTimeAsync(1);
    expect(queue.current()).toMatchObject([{ keeping: 'WRITING' }]);
    written();
    await jest.advanceTimersByTimeAsync(1);
    expect(queue.current()).toMatchObject([{ keeping: 'KEPT' }]);
  });

  it('forgets a photo that is taken away, and says of one that the phone cannot keep that it is not kept', async () => {
    answers = [refusal(415, 'UNSUPPORTED_MEDIA')];
    queue.add('item-1', shot('a.heic'));
    await later();
    expect(kept.size).toBe(1);
    queue.remove(queue.current()[0]!.key);
    await later();
    expect(kept.size).toBe(0);
    kept.full = true;
    answers = [new Unreachable()];
    queue.add('item-1', shot('b.jpg'));
    await jest.advanceTimersByTimeAsync(1);
    expect(queue.current()).toMatchObject([{ keeping: 'NOT_KEPT' }]);
  });

  it('neither keeps nor sends what is larger than the server takes', async () => {
    const large = shot('a.jpg');
    Object.defineProperty(large, 'size', { value: 20 * 1024 * 1024 + 1 });
    queue.add('item-1', large);
    await later();
    expect(queue.current()).toMatchObject([{ refusal: expect.stringContaining('20 MB') }]);
    expect([received.length, kept.size]).toEqual([0, 0]);
  });
});
