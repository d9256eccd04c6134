import { REGIME_WORDS, serviceItemSlug, type LegalCitation } from '@zhaoguan/contracts';
import type { GuideForm, ServiceGuide } from '@zhaoguan/filings';
import { Fragment, type VNode } from 'preact';
import { DataTable } from '../components/data-table';
import { Section } from '../components/facts';
import { atThatTime } from '../guides/at-that-time';
import type { PageContext } from '../http/page-context';
import { askedOf, withAsked } from './form-address';
import { GUIDE_SECTIONS } from './guide-sections';

type Field = GuideForm['steps'][number]['fields'][number];

export function cite(basis: LegalCitation | null): string {
  return basis === null ? '' : `${basis.law}${basis.article ?? ''}`;
}

/** What is to be filled in, and why; with the form itself, empty and filled in. */
export function FormSection({ context, guide }: { context: PageContext; guide: ServiceGuide }): VNode | null {
  const { form, fixed, item, regime } = guide;
  const { held, types } = REGIME_WORDS[regime];
  if (form === null) return null;
  const path = `/guide/${serviceItemSlug(item)}`;
  const asked = askedOf(context.query);
  return (
    <Section id="form" title={GUIDE_SECTIONS.form}>
      <p>
        《{form.title}》，第 {form.version} 版。
        {item.filingType === 'CHANGE' && `系统已经带出${held}的内容，只改变更的项目。`}
      </p>
      <ul class="next-steps no-print">
        <li>
          <a href={context.href(`${path}/sample`, asked)}>填写样例</a>（
          <a href={withAsked(`${path}/sample.pdf`, asked)}>下载 PDF</a>）
        </li>
        <li>
          <a href={context.href(`${path}/blank`, asked)}>空白表</a>（
          <a href={withAsked(`${path}/blank.pdf`, asked)}>下载 PDF</a>）
        </li>
      </ul>
      {form.steps.map((step) => (
        <Fragment key={step.title}>
          <h3>{step.title}</h3>
          <DataTable
            caption={step.intro}
            keyOf={({ pointer }) => pointer}
            rows={step.fields}
            columns={[
              { name: '项目', cell: ({ label }) => label },
              { name: '要求', cell: (field) => <Need field={field} /> },
              { name: '怎样填', cell: (field) => <Help field={field} /> },
              { name: '依据', cell: ({ basis }) => cite(basis) || '办理需要' },
            ]}
          />
        </Fragment>
      ))}
      {fixed.length > 0 && (
        <>
          <h3>{types.CHANGE}不能改变的项目</h3>
          <ul class="text">
            {fixed.map(({ label, instead }) => (
              <li key={label}>
                {label}：{instead}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** “必填”, “应退费用大于 0 时必填”. */
function Need({ field: { need, when } }: { field: Field }): VNode {
  return <span class="need">{when === null ? need : `${atThatTime(when)}${need}`}</span>;
}

function Help({ field }: { field: Field }): VNode {
  const { help, options, columns, unit, example } = field;
  return (
    <>
      {help}
      {options.length > 0 && <span class="under">可选：{options.join('、')}</span>}
      {columns.length > 0 && <span class="under">逐行写明：{columns.join('、')}</span>}
      {unit !== null && <span class="under">单位：{unit}</span>}
      {example !== null && <span class="under">例：{example}</span>}
    </>
  );
}

const FORMATS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
};

export function MaterialSection({ guide: { materials } }: { guide: ServiceGuide }): VNode {
  return (
    <Section id="materials" title={GUIDE_SECTIONS.materials}>
      {materials.length === 0 ? (
        <p>不用另交材料。</p>
      ) : (
        <DataTable
          caption="材料清单"
          keyOf={({ code }) => code}
          rows={materials}
          columns={[
            { name: '材料', cell: ({ name }) => name },
            {
              name: '要求',
              cell: ({ required, condition, promised }) => (
                <>
                  <span class="need">{required ? '必交' : `${condition ?? ''}，应当提交`}</span>
                  {promised && (
                    <span class="under">
                      暂时没有的，可以先以告知承诺代替：准予之日起 {promised.days} 日内补交，补交后{' '}
                      {promised.checkDays} 个工作日内核实
                    </span>
                  )}
                </>
              ),
            },
            {
              name: '说明',
              cell: ({ note, accepts }) => (
                <>
                  {note}
                  <span class="under">格式：{accepts.map((type) => FORMATS[type]).join('、')}</span>
                </>
              ),
            },
            { name: '依据', cell: ({ basis }) => cite(basis) },
          ]}
        />
      )}
    </Section>
  );
}
