const NAMES: readonly (readonly [string, string])[] = [
  ['commitment', '承诺（秘密数的摘要）'],
  ['targetsDigest', '检查对象名单摘要'],
  ['inspectorsDigest', '检查人员名录摘要'],
  ['conflictsDigest', '回避名单摘要'],
];

/** The digests that an announcement carries (zhaoguan-draw-v1, DR-5), with their names. */
export function digestsOf(
  announcement: object,
): readonly { readonly name: string; readonly value: string }[] {
  const members = new Map<string, unknown>(Object.entries(announcement));
  return NAMES.flatMap(([member, name]) => {
    const value = members.get(member);
    return typeof value === 'string' ? [{ name, value }] : [];
  });
}
