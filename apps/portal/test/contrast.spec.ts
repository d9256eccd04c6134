import { ELDER_COLOURS, THEME } from '@zhaoguan/contracts';

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Text on ground, as the style sheet pairs them. */
const PAIRS = [
  ['ink', 'paper'],
  ['ink', 'canvas'],
  ['ink', 'ochreTint'],
  ['ink', 'indigoTint'],
  ['inkSecondary', 'paper'],
  ['inkSecondary', 'canvas'],
  ['pine', 'paper'],
  ['pine', 'canvas'],
  ['pineHover', 'pineTint'],
  ['paper', 'pine'],
  ['paper', 'pineHover'],
  ['indigo', 'indigoTint'],
  ['ochre', 'ochreTint'],
  ['vermilion', 'vermilionTint'],
  ['vermilion', 'paper'],
] as const;

describe('colours of the public pages', () => {
  it.each(PAIRS)('%s on %s keeps 4.5:1, and 7:1 in the 长辈版', (text, ground) => {
    const elder = { ...THEME, ...ELDER_COLOURS };
    expect(contrast(THEME[text], THEME[ground])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(elder[text], elder[ground])).toBeGreaterThanOrEqual(7);
  });
});
