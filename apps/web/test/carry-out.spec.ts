import { carryOut } from '../src/shared/api/carry-out';

/** As react-query gives it out: a new object with every rendering, around the same function. */
function actOf<T>(mutateAsync: () => Promise<T>) {
  return () => ({ mutateAsync });
}

const settled = () => new Promise((resume) => setTimeout(resume));

describe('an act that is carried out', () => {
  it('is not begun a second time while it is under way, and may be repeated afterwards', async () => {
    let finish: () => void = () => undefined;
    const send = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const act = actOf(send);
    const afterwards = jest.fn();
    carryOut(act(), undefined, afterwards);
    carryOut(act(), undefined, afterwards);
    expect(send).toHaveBeenCalledTimes(1);
    finish();
    await settled();
    expect(afterwards).toHaveBeenCalledTimes(1);
    carryOut(act(), undefined, afterwards);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('may be tried again after a refusal, which is told to whoever asks for it', async () => {
    const refusal = new Error('refused');
    const send = jest.fn(() => Promise.reject(refusal));
    const [afterwards, refused] = [jest.fn(), jest.fn()];
    const act = actOf(send);
    carryOut(act(), undefined, afterwards, refused);
    await settled();
    carryOut(act(), undefined, afterwards);
    await settled();
    expect(send).toHaveBeenCalledTimes(2);
    expect(refused.mock.calls).toEqual([[refusal]]);
    expect(afterwards).not.toHaveBeenCalled();
  });

  it('keeps no other act waiting', () => {
    const [one, other] = [jest.fn(() => new Promise(() => undefined)), jest.fn(() => Promise.resolve())];
    carryOut(actOf(one)(), undefined);
    carryOut(actOf(other)(), undefined);
    expect(other).toHaveBeenCalledTimes(1);
  });
});
