import { Unreachable } from '../src/shared/api/failure';
import { explain } from '../src/shared/ui/failure';

jest.mock('../src/shared/ui/failure.css', () => ({}));

describe('a call that no answer came to', () => {
  const online = (is: boolean) => {
    Object.defineProperty(globalThis, 'navigator', { value: { onLine: is }, configurable: true });
  };
  afterEach(() => Reflect.deleteProperty(globalThis, 'navigator'));

  it('is laid to the network where there is none, and to the server only where there is one', () => {
    online(false);
    expect(explain(new Unreachable()).cause).toBe('没有网络');
    online(true);
    expect(explain(new Unreachable()).cause).toBe('服务器暂时没有应答');
  });
});
