/**
 * What a first filing has to do with what stands in the register already (归属说明): the same legal person in another account, or the
 * home of another legal person in the same house.
 */
export const TAKEOVER_GROUNDS = {
  SAME_PERSON: {
    AGENT_CHANGED: '本单位更换了经办人，原账号不再使用',
    OTHER_SITE: '这是本单位的另一处服务场所，由本账号办理',
    FILED_ANEW: '原备案或者许可已被撤销、注销，本单位重新办理',
    OTHER: '其他原因',
  },
  SUCCESSOR: {
    CONTRACT_ENDED: '原机构的租赁合同、委托运营合同已经终止',
    SITE_RECOVERED: '场地已由产权人或者委托方收回，交由本单位运营',
    PERSON_DEREGISTERED: '原机构的法人主体已经注销、吊销',
    OTHER: '其他原因',
  },
  BESIDE: {
    SEPARATE: '与原机构各自经营，场地分开',
    OTHER: '其他原因',
  },
} as const;

export type TakeoverRelation = keyof typeof TAKEOVER_GROUNDS;
export const TAKEOVER_RELATIONS = Object.keys(TAKEOVER_GROUNDS) as TakeoverRelation[];
export const TAKEOVER_RELATION_LABELS: Readonly<Record<TakeoverRelation, string>> = {
  SAME_PERSON: '同一法人，由本账号办理',
  SUCCESSOR: '承接原机构的场地，原机构不再经营',
  BESIDE: '与原机构同时在这里经营',
};

/** What of it must be proved by a material of its own. */
export const TAKEOVER_CLAIMS = ['ACCOUNT', 'SUCCESSOR'] as const;
export type TakeoverClaim = (typeof TAKEOVER_CLAIMS)[number];

/** The words of a ground; undefined where it is none of this relation. */
export function takeoverGround(relation: TakeoverRelation, ground: string): string | undefined {
  const grounds: Readonly<Record<string, string>> = TAKEOVER_GROUNDS[relation];
  return Object.hasOwn(grounds, ground) ? grounds[ground] : undefined;
}
