import { matterInWords, siteInWords } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { dayInWords } from '../../../shared/ui/dates';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/panel';
import type { Filing } from '../queries';
import { useDuplicates, type Duplicates } from './queries';
import { isOfAnother, OTHER_HEAD, ownerInWords, takenOverInWords, type TakenOver } from './taken-over-words';

/** For who decides: institutions and other filings that may be the same. A hint to look at, and nothing to be ticked off. */
export function DuplicatesPanel({ filing }: { readonly filing: Filing }) {
  const query = useDuplicates(filing);
  return (
    <Loaded query={query} what="疑似重复的机构和申请">
      {(duplicates) => (
        <>
          {duplicates.takesOver && <ToTakeOver taken={duplicates.takesOver} />}
          {duplicates.licenses && <ToLicense licensed={duplicates.licenses} />}
          {duplicates.refusals.length > 0 && <RefusedBefore refusals={duplicates.refusals} />}
          <Found {...duplicates} />
        </>
      )}
    </Loaded>
  );
}

/** What stood in the same house and has ended: perhaps the predecessor (此前的机构). */
const hasEnded = ({ what, status }: Duplicates['items'][number]): boolean =>
  what === 'INSTITUTION' && status === 'CLOSED';

/** No likeness but the same site: a decision for the applicant does something with it, which is said before. */
function ToTakeOver({ taken }: { readonly taken: TakenOver }) {
  return (
    <Panel title="名录中已有这家机构">
      <p style={{ margin: 0, overflowWrap: 'anywhere' }}>
        <Link to={`/institutions/${taken.id}`}>{taken.name}</Link>
        {takenOverInWords(taken).slice(taken.name.length + 2)}
        {ownerInWords(taken)}准予以后归入申请人账号，
        {taken.numberKept ? '沿用原编号' : '另编新号'}，以前的记录随同保留。请核对是不是同一家。
      </p>
    </Panel>
  );
}

/** What was refused, or lapsed, before of the same legal person or in the same house: whether its reasons are gone is to be looked at. */
function RefusedBefore({ refusals }: Pick<Duplicates, 'refusals'>) {
  return (
    <Panel title="以前没有准予的">
      <p className="muted">
        同一事项，代码相同或者地址相同，此后没有准予的。请核对当时的理由是否已经消除，补正意见是否已经补正。
      </p>
      <ul style={{ paddingInlineStart: 20 }}>
        {refusals.map((each) => (
          <li key={each.id} style={{ marginBottom: 8, overflowWrap: 'anywhere' }}>
            <Link to={`/filings/${each.id}`}>
              {dayInWords(each.on)}
              {each.statusLabel}：{each.name}
            </Link>
            {`（${matterInWords(each)}${each.paperNumber === null ? '' : `，${each.paperNumber}`}）`}
            {each.reason !== null && (
              <p className="typed-lines">
                {each.status === 'LAPSED' ? '没有补正的意见' : '理由'}：{each.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The applicant's own institution, which is licensed where it stands. */
function ToLicense({ licensed }: { readonly licensed: NonNullable<Duplicates['licenses']> }) {
  return (
    <p>
      这是名录中
      <Link to={`/institutions/${licensed.id}`}>{licensed.name}</Link>
      {licensed.filingNumber !== null && `（${licensed.filingNumber}）`}
      的申请，准予以后换领许可证，不另立一家。
      {licensed.closure !== null && (
        <>
          它另有已准予的终止服务（原定{dayInWords(licensed.closure.endsOn)}起），准予许可以后不再生效。
          {licensed.closure.filingId !== null && (
            <Link to={`/filings/${licensed.closure.filingId}`}>查看终止服务</Link>
          )}
        </>
      )}
    </p>
  );
}

function Found({ items, more, elsewhere, takesOver, licenses }: Duplicates) {
  // The usual case: one line, so that the form is not far down the page.
  if (items.length === 0 && elsewhere === 0) {
    const other = takesOver === null && licenses === null ? '' : '此外';
    return (
      <p className="muted">{other}没有发现信用代码、地址或者法定代表人（负责人）相同的机构和在办申请。</p>
    );
  }
  return (
    <Panel title="疑似重复">
      <p className="muted">仅供核对，不影响办理：同一法人可以有几处服务场所，同一人也可以负责几家机构。</p>
      {items.length > 0 && (
        <ul style={{ paddingInlineStart: 20 }}>
          {items.map((line) => (
            <li key={line.id} style={{ marginBottom: 8, overflowWrap: 'anywhere' }}>
              <p style={{ margin: 0 }}>
                <Link to={`/${line.what === 'FILING' ? 'filings' : 'institutions'}/${line.id}`}>
                  {line.name}
                </Link>
                {`（${line.what === 'FILING' ? '在办申请' : '名录中的机构'}，${siteInWords(line)}，${hasEnded(line) ? '已终止服务' : line.statusLabel}）`}
              </p>
              <strong>
                {line.ofSame
                  ? '这家机构自己在办的申请，不是重复'
                  : line.likenesses.map(({ label }) => label).join('、')}
              </strong>
              {isOfAnother(line) && '；归在另一个账号名下，请核对是不是同一家，申请人是不是由该法人委托'}
              {line.otherHead && `；${OTHER_HEAD}`}
              {hasEnded(line) && '；可能是此前的机构，请核对是否换名、换主体继续经营'}
              <br />
              <span className="muted">
                {line.address}；信用代码 {line.uscc}
              </span>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p>本辖区另有 {more} 处，没有列出。</p>}
      {elsewhere > 0 && <p>其他辖区或者其他部门另有 {elsewhere} 处。</p>}
    </Panel>
  );
}
