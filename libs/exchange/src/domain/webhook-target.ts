import { refuse } from '@zhaoguan/contracts';

/**
 * Whether a webhook may go to such an address: https, without a user, a fragment or a port of another service in disguise. Plain
 * http is for a demonstration that tells itself (loopback). Where the name leads is looked at when it is sent.
 * @throws WEBHOOK_REFUSED
 */
export function checkWebhookUrl(text: string, allowPlainLoopback: boolean): void {
  const refusal = () => refuse('WEBHOOK_REFUSED', {}, [{ pointer: '/webhookUrl', code: 'WEBHOOK_REFUSED' }]);
  if (!URL.canParse(text)) throw refusal();
  const { protocol, username, password, hash, hostname } = new URL(text);
  if (username || password || hash) throw refusal();
  const plain = protocol === 'http:' && allowPlainLoopback && LOOPBACK_NAMES.has(hostname);
  if (protocol !== 'https:' && !plain) throw refusal();
}

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
