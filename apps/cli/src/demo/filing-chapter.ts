import { KIND_LABELS, LEAD_DEPARTMENT, type Kind } from '@zhaoguan/contracts';
import { demoApplication } from './demo-application';
import { demoPaper } from './demo-paper';
import type { HttpClient } from './http-client';
import type { Stage } from './story';
import { waitFor } from './wait-for';

export interface FiledInstitution {
  readonly institutionId: string;
  readonly name: string;
  readonly filingNumber: string;
}

interface Material {
  readonly code: string;
  readonly name: string;
  readonly required: boolean;
}

/** Chapter one: an operator files, a registrar returns and accepts, anyone checks the receipt. */
export async function fileInstitution(stage: Stage, kind: Kind): Promise<FiledInstitution> {
  const operator = await stage.as(stage.account('OPERATOR'));
  const registrar = await stage.as(stage.account('REGISTRAR', LEAD_DEPARTMENT[kind]));
  const institution = demoApplication(kind);
  const { name } = institution;
  const draft = await operator.post('/filings', { type: 'INITIAL', kind, institution });
  const id = String(draft.body['id']);
  const open = (draft.body['incomplete'] as unknown[]).length;
  stage.tell('经办人', `新建${KIND_LABELS[kind]}备案`, `${name}，申请书还有 ${open} 项未填`);

  const materials = (draft.body['materials'] as Material[]).filter(({ required }) => required);
  for (const { code, name: title } of materials) {
    await operator.upload(`/filings/${id}/materials/${code}`, `${title}.pdf`, await demoPaper(title));
  }
  stage.tell('经办人', '上传备案材料', materials.map((material) => material.name).join('、'));

  const submitted = await operator.post(`/filings/${id}/submit`);
  stage.tell('经办人', '提交备案', `办理期限 ${String(submitted.body['dueOn'])}`);
  await registrar.post(`/filings/${id}/return`, {
    reasons: [{ pointer: '/institution/servicePhone', message: '请填写对外公布的服务电话' }],
  });
  stage.tell('受理人', '退回补正', '一次性告知全部需要补正的内容');
  await correct(operator, id);
  await operator.post(`/filings/${id}/submit`);
  stage.tell('经办人', '补正后重新提交', '改正服务电话');

  const read = await registrar.get(`/filings/${id}`);
  const accepted = await registrar.post(`/filings/${id}/accept`, {}, read.etag);
  const filingNumber = String(accepted.body['filingNumber']);
  stage.tell('受理人', '准予备案', `备案编号 ${filingNumber}`);
  const receipt = await waitFor('备案回执', () =>
    operator.download(`/filings/${id}/receipt.pdf`).catch((error: unknown) => notYet(error)),
  );
  stage.tell('经办人', '下载备案回执', `${receipt.type}，${receipt.bytes.length} 字节`);
  const check = await stage.public.get(`/public/receipts/${filingNumber}`);
  stage.tell('公众', '回执验真', check.body['genuine'] === true ? '真实有效' : '查无此回执');
  return { institutionId: String(accepted.body['institutionId']), name, filingNumber };
}

async function correct(operator: HttpClient, id: string): Promise<void> {
  const current = await operator.get(`/filings/${id}`);
  await operator.patch(`/filings/${id}`, { institution: { servicePhone: '029-85001234' } }, current.etag);
}

/** A 404 means that the job has not made it yet; anything else is a failure. */
function notYet(error: unknown): undefined {
  if (error instanceof Error && / → 404 /.test(error.message)) return undefined;
  throw error;
}
