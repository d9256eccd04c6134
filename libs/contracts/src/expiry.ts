/** What an institution holds that ends on a day (到期事项): filed with it, or entered in its register of staff. */
export const EXPIRY_WHAT_LABELS = {
  LEASE: '场所租赁合同',
  FIRE_PROOF: '消防文书',
  FOOD_LICENCE: '食品经营许可证',
  HEALTH_CERTIFICATES: '健康证明（备案填报的最早到期日）',
  INSURANCE: '责任保险',
  STAFF_PROFESSIONAL: '从业人员专业资格证明',
  STAFF_HEALTH: '从业人员健康合格证明',
  STAFF_BACKGROUND: '从业背景查询',
  STAFF_TRAINING: '从业人员培训合格记录',
  LICENCE: '许可证',
  FILING_TRANSITION: '备案（过渡期内，须换领许可证）',
} as const;
export type ExpiryWhat = keyof typeof EXPIRY_WHAT_LABELS;
export const EXPIRY_WHATS = Object.keys(EXPIRY_WHAT_LABELS) as ExpiryWhat[];

/** What an official found when something had ended (核查情况). */
export const EXPIRY_FINDING_LABELS = {
  RENEWED_UNFILED: '已经续期，尚未报送',
  NOT_RENEWED: '没有续期，已要求整改',
  NOT_NEEDED: '不再使用，不需要续期',
} as const;
export type ExpiryFinding = keyof typeof EXPIRY_FINDING_LABELS;
export const EXPIRY_FINDINGS = Object.keys(EXPIRY_FINDING_LABELS) as ExpiryFinding[];

/** How soon something ends, as it is told: first, again, on its last day (提醒阶段). */
export type ExpiryStage = 0 | 1 | 2 | 3;

/** From here on the institution has it among what waits for it. */
const NEAR_DAYS = 30;

/** Whether it is still good and ends soon (即将到期): not to be shown like what has years to go. */
export const endsSoon = (status: string, daysLeft: number): boolean =>
  status === 'WATCHED' && daysLeft <= NEAR_DAYS;
export const ENDS_SOON_LABEL = '即将到期';
/** Of a licence that still holds, and that its institution has asked to go on: nobody is to ask for that again. */
export const RENEWAL_WAITS_LABEL = '已申请延续，等待决定';
