import { refuse } from '@zhaoguan/contracts';

/**
 * Whether a webhook may go to such an address: https, without a user, a fragment or a port of another service in disguise. Plain
 * http is for a demonstration that tells itself (loopback). An address of a network that is not open is refused here; where a name leads is
 * looked at each time it is sent to, for it may lead elsewhere tomorrow.
 * @throws WEBHOOK_REFUSED
 */
export function checkWebhookUrl(
  text: string,
  allowPlainLoopback: boolean,
  mayReach: (address: string) => boolean,
): void {
  const refusal = () => refuse('WEBHOOK_REFUSED', {}, [{ pointer: '/webhookUrl', code: 'WEBHOOK_REFUSED' }]);
  if (!URL.canParse(text)) throw refusal();
  const { protocol, username, password, hash, hostname } = new URL(text);
  if (username || password || hash) throw refusal();
  const plain = protocol === 'http:' && allowPlainLoopback && LOOPBACK_NAMES.has(hostname);
  if (protocol !== 'https:' && !plain) throw refusal();
  // Of what is written as a number in any way (0x7f.1, 2130706433) the parser of addresses has made four.
  const host = hostname.replace(/^\[|\]$/g, '');
  const isAddress = hostname.startsWith('[') || /^[0-9]+(?:\.[0-9]+){3}$/.test(hostname);
  if (isAddress && !mayReach(host)) throw refusal();
  if (!allowPlainLoopback && /(?:^|\.)localhost\.?$/.test(host)) throw refusal();
}

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
