import type { Grade, Kind } from '@zhaoguan/contracts';
import type { FailedInspection } from './inspection-chapter';
import type { Stage } from './story';
import { waitFor } from './wait-for';

/** A fine up to 30,000 yuan for 养老 (办法 art. 46); for 托育 the first step is a warning (人口与计划生育法 art. 41). */
const PENALTIES: Readonly<
  Record<Kind, { basisCode: string; measures: readonly string[]; amountFen: number }>
> = {
  ELDERLY_CARE: { basisCode: 'YL_46_3', measures: ['WARNING', 'FINE'], amountFen: 300_000 },
  CHILDCARE: { basisCode: 'TY_41_1', measures: ['WARNING'], amountFen: 0 },
};

/** Chapter three: notice, statement, decision, publication by its term, credit and grade. */
export async function penalize(stage: Stage, kind: Kind, failed: FailedInspection): Promise<void> {
  const officer = await stage.as(stage.account('CASE_OFFICER'));
  const operator = await stage.as(stage.account('OPERATOR'));
  const { basisCode, measures, amountFen } = PENALTIES[kind];
  const findings = await officer.list(`/failed-findings?institutionId=${failed.institutionId}`);
  const opened = await officer.post('/penalty-cases', {
    institutionId: failed.institutionId,
    findingIds: findings.map((finding) => finding['findingId']),
    basisCode,
  });
  const id = String(opened.body['id']);
  stage.tell('承办人', '立案', String(opened.body['caseNumber']));
  await officer.post(`/penalty-cases/${id}/notice`, {
    measures,
    amountFen,
    facts: '示例：经现场检查，未能出示有效记录。',
    reasons: '示例：违反强制性国家标准。',
  });
  stage.tell('承办人', '处罚前告知', '事实、理由、依据和陈述申辩权利');
  await operator.post(`/penalty-cases/${id}/statement`, { text: '示例：已于当日补齐记录，请从轻处理。' });
  stage.tell('经办人', '陈述申辩', '已提交');
  const decided = await officer.post(`/penalty-cases/${id}/decide`, {
    outcome: 'PENALTY',
    text: '示例：当事人已改正，依法从轻处罚。',
    statementReview: '示例：改正属实，意见予以采纳。',
  });
  const decision = decided.body['decision'] as Record<string, unknown>;
  stage.tell('承办人', '作出处罚决定', String(decision['number']));
  if (amountFen > 0) await publicPenalty(stage, String(decision['number']));
  else stage.tell('公众', '查询行政处罚', '仅处警告的属轻微失信，原则上不公示');
  const grade = await waitFor<Grade>('信用等级', async () => {
    const { body } = await stage.public.get(`/public/institutions/${failed.institutionId}`);
    return body['grade'] === 'B' ? undefined : (body['grade'] as Grade);
  });
  stage.tell('公众', '查看信用等级', `由 B 级变为 ${grade} 级，下次抽查按新等级分层`);
}

async function publicPenalty(stage: Stage, number: string): Promise<void> {
  const item = await waitFor('处罚公示', async () => {
    const { body } = await stage.public.get('/public/penalties?limit=20');
    return (body['items'] as Record<string, unknown>[]).find(
      (penalty) => penalty['decisionNumber'] === number,
    );
  });
  stage.tell('公众', '查询行政处罚', `${number}，公示至 ${String(item['publicUntil'])}`);
}
