import { attempted } from '../src/domain/delivery';
import { checkWebhookUrl } from '../src/domain/webhook-target';
import { addressGuard } from '../src/jobs/address-guard';

describe('a webhook', () => {
  it('is tried for some days, each wait no shorter than the one before, and then given up', () => {
    const start = new Date('2026-11-20T02:00:00Z');
    let at = start;
    let last = 0;
    for (let tries = 0; tries < 10; tries += 1) {
      const result = attempted(tries, 'HTTP 503', at);
      expect(result).toMatchObject({ state: 'PENDING', attempts: tries + 1, lastError: 'HTTP 503' });
      const wait = result.nextAt.getTime() - at.getTime();
      expect(wait).toBeGreaterThanOrEqual(last);
      [last, at] = [wait, result.nextAt];
    }
    expect(at.getTime() - start.getTime()).toBeGreaterThan(70 * 3_600_000);
    expect(attempted(10, 'HTTP 503', at).state).toBe('DEAD');
    expect(attempted(3, null, at)).toMatchObject({ state: 'DELIVERED', lastError: null });
  });

  it('goes to https, and in a demonstration to this very machine', () => {
    const good = (url: string, demo: boolean, networks: string[] = []) => {
      try {
        checkWebhookUrl(url, demo, addressGuard([...networks, ...(demo ? ['loopback'] : [])]));
        return true;
      } catch {
        return false;
      }
    };
    expect(good('https://platform.example.gov.cn/hook', false)).toBe(true);
    expect(good('http://127.0.0.1:8081/hook', true)).toBe(true);
    expect(good('http://127.0.0.1:8081/hook', false)).toBe(false);
    for (const url of [
      'http://example.cn/',
      'ftp://example.cn/',
      'https://a:b@example.cn/',
      'hook',
      'https://e.cn/#x',
    ])
      expect([url, good(url, true)]).toEqual([url, false]);
    for (const url of [
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://localhost/',
      'https://a.localhost./',
      'https://169.254.169.254/latest',
      'https://[fe80::1]/',
      'https://[3fff::1]/',
      'https://[3fff:fff:ffff::1]/',
      'https://10.1.2.3/',
    ])
      expect([url, good(url, false)]).toEqual([url, false]);
    expect(good('https://10.1.2.3/', false, ['10.1.0.0/16'])).toBe(true);
    expect(good('https://169.254.169.254/', false, ['10.0.0.0/8'])).toBe(false);
    expect(good('https://127.0.0.1/', true)).toBe(true);
    expect(good('https://223.5.5.5/', false)).toBe(true);
    expect(good('https://[3ffe::1]/', false)).toBe(true);
  });

  it('reaches the internet and the networks that were named, not our neighbours', () => {
    const closed = addressGuard([]);
    for (const address of [
      '10.1.2.3',
      '127.0.0.1',
      '169.254.169.254',
      '172.31.0.1',
      '192.168.1.1',
      '100.64.0.1',
      '0.0.0.0',
      '255.255.255.255',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
      '2002:a00:1::1',
      'not an address',
    ])
      expect([address, closed(address)]).toEqual([address, false]);
    for (const address of ['1.1.1.1', '223.5.5.5', '2400:3200::1'])
      expect([address, closed(address)]).toEqual([address, true]);
    const named = addressGuard(['10.1.0.0/16', 'fd00:1::/32', '192.168.1.9']);
    expect(['10.1.2.3', 'fd00:1::5', '192.168.1.9', '::ffff:10.1.2.3'].map(named)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['10.2.0.1', 'fd00:2::5', '192.168.1.8'].map(named)).toEqual([false, false, false]);
  });
});
