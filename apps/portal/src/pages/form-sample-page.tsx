import { serviceItemSlug, type ServiceItemRow } from '@zhaoguan/contracts';
import type { GuideForm } from '@zhaoguan/filings';
import type { VNode } from 'preact';
import { Contents } from '../components/contents';
import { Facts, Section } from '../components/facts';
import { Layout } from '../components/layout';
import { BLANK_NOTE, blankValue, SAMPLE_NOTE, sampleInWords } from '../guides/form-paper';
import type { PageContext } from '../http/page-context';
import { withAsked } from './form-address';

interface FormSampleProps {
  readonly context: PageContext;
  readonly item: ServiceItemRow;
  readonly form: GuideForm;
  readonly filled: boolean;
}

const idOf = (step: string): string => `step-${step}`;

/** The form as a page to be read and printed: filled in with examples, or empty. */
export function FormSamplePage({ context, item, form, filled }: FormSampleProps): VNode {
  const path = `/guide/${serviceItemSlug(item)}`;
  const name = filled ? '填写样例' : '空白表';
  return (
    <Layout
      context={context}
      title={`${form.title}${name}`}
      description={`${form.title}的${name}。`}
      crumbs={[
        { name: '办事指南', path: '/guide' },
        { name: item.name, path: withAsked(path, context.query) },
        { name },
      ]}
    >
      <h1>
        {form.title}（{name}）
      </h1>
      <p class="lead">{filled ? SAMPLE_NOTE : BLANK_NOTE}</p>
      <p class="more no-print">
        <a href={withAsked(`${path}/${filled ? 'sample' : 'blank'}.pdf`, context.query)}>下载 PDF</a>
      </p>
      <Contents sections={form.steps.map(({ title }) => ({ id: idOf(title), title }))} />
      {form.steps.map((step) => (
        <Section key={step.title} id={idOf(step.title)} title={step.title}>
          <Facts
            facts={step.fields.map((field) => ({
              name: `${field.label}${field.need === '选填' ? '（选填）' : ''}`,
              value: filled ? sampleInWords(field) : <span class="blank">{blankValue(field)}</span>,
            }))}
          />
        </Section>
      ))}
    </Layout>
  );
}
