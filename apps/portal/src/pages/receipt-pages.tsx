import { KIND_LABELS } from '@zhaoguan/contracts';
import type { PublicReceipt } from '@zhaoguan/publication';
import type { ComponentChildren, VNode } from 'preact';
import { Day } from '../components/dates';
import { Digest } from '../components/digest';
import { Facts, Section } from '../components/facts';
import { Layout } from '../components/layout';
import { Mark } from '../components/marks';
import type { PageContext } from '../http/page-context';

/** The question: a filing number, as printed on the receipt. */
export function ReceiptFormPage({ context }: { context: PageContext }): VNode {
  return (
    <Frame context={context} title="备案回执验真">
      <h1>备案回执验真</h1>
      <p class="lead">机构出示的备案回执是不是真的，输入回执上的备案编号就能核对，也可以扫回执上的二维码。</p>
      <Form context={context} number="" />
    </Frame>
  );
}

interface AnswerProps {
  readonly context: PageContext;
  readonly number: string;
  readonly receipt: PublicReceipt | undefined;
}

/** The answer: what the receipt must say to be genuine, or that no such number was given out. */
export function ReceiptPage({ context, number, receipt }: AnswerProps): VNode {
  return (
    <Frame context={context} title={receipt ? '这个备案编号是真的' : '没有这个备案编号'} number={number}>
      <h1>备案回执验真</h1>
      {receipt ? <Genuine receipt={receipt} /> : <Unknown number={number} />}
      <Form context={context} number={receipt ? '' : number} />
    </Frame>
  );
}

function Genuine({ receipt }: { receipt: PublicReceipt }): VNode {
  return (
    <Section id="receipt" title="本站记载的回执">
      <p>
        <Mark tone="good">编号属实</Mark>
      </p>
      <Facts
        facts={[
          { name: '备案编号', value: <span class="mono">{receipt.filingNumber}</span> },
          { name: '机构名称', value: receipt.name },
          { name: '机构类型', value: KIND_LABELS[receipt.kind] },
          { name: '所在地', value: receipt.districtName },
          { name: '备案日期', value: <Day date={receipt.filedOn} /> },
          {
            name: '回执文件摘要',
            value: receipt.sm3 === null ? '回执正在生成' : <Digest name="回执文件摘要" value={receipt.sm3} />,
          },
        ]}
      />
      <p>
        请逐项核对：名称、类型、日期有一项和您手里的回执不同，那份回执就不是真的。电子回执还可以计算文件的 SM3
        摘要，与上面的摘要比对。
      </p>
    </Section>
  );
}

function Unknown({ number }: { number: string }): VNode {
  return (
    <div class="notice" role="status">
      <p>
        <strong>没有查到备案编号 {number}</strong>
      </p>
      <p>
        请先核对编号有没有输错。编号无误仍查不到的，这份回执不是本系统发出的，请拨打 12345 向主管部门核实。
      </p>
    </div>
  );
}

function Form({ context, number }: { context: PageContext; number: string }): VNode {
  return (
    <div class="section no-print">
      <form class="search single" action="/receipts" method="get" role="search" aria-label="回执验真">
        <div class="field">
          <label for="number">备案编号</label>
          <p class="hint" id="number-hint">
            例如 610116-YL-2026-0042
          </p>
          <input
            id="number"
            name="number"
            type="text"
            required
            maxLength={60}
            value={number}
            autoComplete="off"
            aria-describedby="number-hint"
          />
        </div>
        {context.elder && <input type="hidden" name="view" value="elder" />}
        <button type="submit" class="button">
          核对
        </button>
      </form>
    </div>
  );
}

interface FrameProps {
  readonly context: PageContext;
  readonly title: string;
  readonly number?: string;
  readonly children: ComponentChildren;
}

function Frame({ context, title, number, children }: FrameProps): VNode {
  const here = { name: '回执验真', ...(number === undefined ? {} : { path: '/receipts' }) };
  return (
    <Layout
      context={context}
      title={title}
      description="核对养老机构、托育机构备案回执的真伪。"
      crumbs={number === undefined ? [here] : [here, { name: number }]}
    >
      {children}
    </Layout>
  );
}
