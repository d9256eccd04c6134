import { KIND_LABELS, LEGAL_FORM_LABELS } from '@zhaoguan/contracts';
import type { PublicInstitution } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Day, dayOf } from '../components/dates';
import { Facts, Section } from '../components/facts';
import { Layout } from '../components/layout';
import { GradeMark } from '../components/marks';
import type { PageContext } from '../http/page-context';
import { capacityText, OWNERSHIP_LABELS, StatusMark } from './institution-words';

export interface InstitutionData {
  readonly institution: PublicInstitution;
}

/** One institution: who it is, whether it is filed, what inspections found, what penalties are in force. */
export function InstitutionPage({ context, data }: { context: PageContext; data: InstitutionData }): VNode {
  const { institution } = data;
  return (
    <Layout
      context={context}
      title={institution.name}
      description={`${institution.name}的备案、检查、处罚和信用情况。`}
      crumbs={[{ name: '查机构', path: '/institutions' }, { name: institution.name }]}
    >
      <div class="title">
        <h1>{institution.name}</h1>
        <GradeMark grade={institution.grade} long />
        {institution.status !== 'OPERATING' && <StatusMark status={institution.status} />}
      </div>
      <p class="lead">
        {KIND_LABELS[institution.kind]} · {institution.districtName} · {capacityText(institution)}
      </p>
      <Filing context={context} institution={institution} />
      <Particulars institution={institution} />
    </Layout>
  );
}

function Filing({ context, institution }: { context: PageContext; institution: PublicInstitution }): VNode {
  const { filingNumber, filedOn } = institution;
  return (
    <Section id="filing" title="备案">
      <Facts
        facts={[
          {
            name: '备案编号',
            value:
              filingNumber === null ? (
                '名录中没有备案编号，请向当地主管部门核实'
              ) : (
                <>
                  <span class="mono">{filingNumber}</span>{' '}
                  <a href={context.href(`/receipts/${encodeURIComponent(filingNumber)}`)}>验证回执真伪</a>
                </>
              ),
          },
          {
            name: '备案日期',
            value: filedOn === null ? '未记载' : <Day date={filedOn} today={context.today} />,
          },
          { name: '统一社会信用代码', value: <span class="mono">{institution.uscc}</span> },
          { name: '录入名录', value: <Day date={dayOf(institution.registeredAt)} today={context.today} /> },
        ]}
      />
    </Section>
  );
}

function Particulars({ institution }: { institution: PublicInstitution }): VNode {
  const { servicePhone, ownership, legalRepresentative } = institution;
  return (
    <Section id="particulars" title="机构情况">
      <Facts
        facts={[
          { name: '地址', value: institution.address },
          {
            name: '服务电话',
            value:
              servicePhone === null ? '机构没有公布' : <a href={`tel:${servicePhone}`}>{servicePhone}</a>,
          },
          { name: institution.kind === 'CHILDCARE' ? '托位' : '床位', value: capacityText(institution) },
          { name: '举办性质', value: ownership === null ? '未记载' : OWNERSHIP_LABELS[ownership] },
          { name: '法人类型', value: LEGAL_FORM_LABELS[institution.legalForm] },
          legalRepresentative === null ? null : { name: '法定代表人', value: legalRepresentative },
          { name: '收费', value: '机构没有通过本站公示收费，办理前请向机构索取书面收费标准' },
        ]}
      />
    </Section>
  );
}
