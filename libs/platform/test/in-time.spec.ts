import { PassThrough } from 'node:stream';
import { arrivingInTime, inTime } from '../src/storage/in-time';
import { UploadsUnderWay } from '../src/storage/under-way';

describe('an upload that does not end', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  const told = (next: Promise<unknown>): Promise<unknown> => next.catch(({ code }: { code: string }) => code);

  it('is given up when nothing comes for half a minute, and its stream is closed', async () => {
    const source = new PassThrough();
    const pieces = inTime(source);
    source.write('1');
    expect((await pieces.next()).value).toEqual(Buffer.from('1'));
    const next = told(pieces.next());
    jest.advanceTimersByTime(30_000);
    expect(await next).toBe('UPLOAD_STALLED');
    expect(source.destroyed).toBe(true);
  });

  it('may come slowly, a piece at a time, for half an hour', async () => {
    const source = new PassThrough();
    const pieces = inTime(source);
    for (let i = 0; i < 71; i += 1) {
      const next = told(pieces.next());
      jest.advanceTimersByTime(25_000);
      source.write('1');
      expect(await next).toMatchObject({ done: false });
    }
    const next = told(pieces.next());
    jest.advanceTimersByTime(25_000);
    expect(await next).toBe('UPLOAD_STALLED');
  });

  it('leaves nothing behind when it does end', async () => {
    const source = new PassThrough();
    source.end('12');
    const pieces: Buffer[] = [];
    for await (const piece of inTime(source)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('12');
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a piece of an upload that goes on later', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  it('ends where nothing comes for half a minute, with what has arrived, and its request stays open for the answer', async () => {
    const request = new PassThrough();
    const { body, isStalled } = arrivingInTime(request);
    const pieces = body.iterator();
    request.write('12');
    expect(await pieces.next()).toEqual({ done: false, value: Buffer.from('12') });
    jest.advanceTimersByTime(29_999);
    expect(isStalled()).toBe(false);
    jest.advanceTimersByTime(1);
    expect(await pieces.next()).toMatchObject({ done: true });
    expect(isStalled()).toBe(true);
    expect(request.destroyed).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('may come slowly for half an hour and no longer', async () => {
    const request = new PassThrough();
    const { body, isStalled } = arrivingInTime(request);
    const pieces = body.iterator();
    for (let i = 0; i < 71; i += 1) {
      jest.advanceTimersByTime(25_000);
      request.write('1');
      expect(await pieces.next()).toMatchObject({ done: false });
    }
    expect(isStalled()).toBe(false);
    jest.advanceTimersByTime(25_000);
    expect(isStalled()).toBe(true);
    expect(await pieces.next()).toMatchObject({ done: true });
  });

  it.each([
    ['closed', undefined],
    ['reset', new Error('aborted')],
  ])('ends with what has arrived when the line is %s', async (_, cause) => {
    const request = new PassThrough();
    const { body, isStalled } = arrivingInTime(request);
    const pieces = body.iterator();
    request.write('12');
    expect(await pieces.next()).toMatchObject({ done: false });
    request.destroy(cause);
    expect(await pieces.next()).toMatchObject({ done: true });
    expect(isStalled()).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves no clock behind when nobody wants it', async () => {
    const { body } = arrivingInTime(new PassThrough());
    body.destroy();
    await new Promise((resume) => setImmediate(resume));
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('uploads at once', () => {
  it('are eight of an account at most, whoever else sends', async () => {
    const underWay = new UploadsUnderWay();
    const ends: (() => void)[] = [];
    const begin = (account: string) =>
      underWay.while(account, () => new Promise<void>((resolve) => ends.push(resolve)));
    const eight = Array.from({ length: 8 }, () => begin('甲'));
    await expect(begin('甲')).rejects.toMatchObject({ code: 'UPLOADS_AT_ONCE' });
    const other = begin('乙');
    ends.shift()?.();
    await eight[0];
    const ninth = begin('甲');
    for (const end of ends) end();
    await Promise.all([...eight, other, ninth]);
  });

  it('are counted no longer when they fail', async () => {
    const underWay = new UploadsUnderWay();
    for (let i = 0; i < 20; i += 1)
      await expect(underWay.while('甲', () => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
  });
});
