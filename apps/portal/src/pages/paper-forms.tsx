import type { VNode } from 'preact';
import { Section } from '../components/facts';
import type { PageContext } from '../http/page-context';

interface FormsProps {
  readonly context: PageContext;
  /** What is wrong with the file that was sent, if anything. */
  readonly fault?: string | undefined;
}

/** Two ways to ask, each complete without a script: by what is printed on the paper, and by the file itself. */
export function PaperForms({ context, fault }: FormsProps): VNode {
  return (
    <>
      <Section id="by-number" title="按文号核对">
        <form class="search no-print" action="/papers" method="get" aria-labelledby="by-number">
          <Text
            id="number"
            label="文号"
            hint="例如 长卫备不符〔2026〕1号，括号用哪一种都可以"
            maxLength={80}
          />
          <Text
            id="code"
            label="核验码"
            hint="印在文书末尾，16 位；补正通知书等不公开的文书必填"
            maxLength={40}
          />
          <Elder context={context} />
          <button type="submit" class="button">
            核对
          </button>
        </form>
      </Section>
      <Section id="by-file" title="核对文件">
        <p>选择或者拖入手里的 PDF 文件，系统算出它的摘要，与制作时的摘要比较。文件算完即弃，不保存。</p>
        <form
          class="search single no-print"
          action={context.href('/papers/check')}
          method="post"
          encType="multipart/form-data"
          aria-labelledby="by-file"
        >
          <div class="field">
            <label for="file">文书文件（PDF，不超过 20 MB）</label>
            {fault !== undefined && (
              <p class="fault" id="file-fault" role="alert">
                {fault}
              </p>
            )}
            <input
              id="file"
              name="file"
              type="file"
              accept="application/pdf"
              required
              aria-describedby={fault === undefined ? undefined : 'file-fault'}
              aria-invalid={fault === undefined ? undefined : 'true'}
            />
          </div>
          <button type="submit" class="button">
            核对文件
          </button>
        </form>
        <p>不愿上传文件的，可以自己算出 SM3 摘要，填在这里：</p>
        <form class="search single no-print" action="/papers" method="get" aria-label="按摘要核对">
          <Text id="sm3" label="文件的 SM3 摘要" hint="64 位十六进制数" maxLength={200} required />
          <Elder context={context} />
          <button type="submit" class="button">
            核对摘要
          </button>
        </form>
      </Section>
    </>
  );
}

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly maxLength: number;
  readonly required?: boolean;
}

function Text({ id, label, hint, maxLength, required = false }: TextProps): VNode {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        name={id}
        type="text"
        required={required}
        maxLength={maxLength}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
      />
    </div>
  );
}

function Elder({ context }: { context: PageContext }): VNode | null {
  return context.elder ? <input type="hidden" name="view" value="elder" /> : null;
}
