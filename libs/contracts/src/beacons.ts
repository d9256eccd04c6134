/** Public random values that a draw may wait for (公开随机数的来源); an announcement may join several by `+`. */
export const BEACON_SOURCES = ['fucai-ssq', 'fucai-kl8', 'drand'] as const;
export type BeaconSource = (typeof BEACON_SOURCES)[number];

export const BEACON_SOURCE_LABELS: Readonly<Record<BeaconSource, string>> = {
  'fucai-ssq': '中国福利彩票双色球',
  'fucai-kl8': '中国福利彩票快乐8',
  drand: 'drand 公共随机数',
};

const ROUNDS: Readonly<Record<BeaconSource, (round: string) => string>> = {
  'fucai-ssq': (round) => `第 ${round} 期开奖号码`,
  'fucai-kl8': (round) => `第 ${round} 期开奖号码`,
  drand: (round) => `第 ${round} 轮`,
};

/** What an announced beacon is, in words: `中国福利彩票双色球第 2026135 期开奖号码`. Unknown sources stand as they are. */
export function beaconName({ source, round }: { readonly source: string; readonly round: string }): string {
  const rounds = round.split('+');
  return source
    .split('+')
    .map((name, i) => {
      const number = rounds[i] ?? '';
      return isBeaconSource(name)
        ? `${BEACON_SOURCE_LABELS[name]}${ROUNDS[name](number)}`
        : `${name} ${number}`;
    })
    .join('，以及');
}

function isBeaconSource(name: string): name is BeaconSource {
  return Object.hasOwn(ROUNDS, name);
}
