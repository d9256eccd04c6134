import { CONTACT_WAY_LABELS } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useMay } from '../../../shared/session/use-session';
import { dayInWords, instantInTable } from '../../../shared/ui/dates';
import { Panel } from '../../../shared/ui/panel';
import { Waiting } from '../../../shared/ui/waiting';
import type { Institution } from '../queries';
import { RecordContactForm } from './record-contact-form';
import { useSuspensionContacts } from './queries';

/** What the office learnt of a suspension past its day (暂停期间了解的情况), for that office alone, and where it writes it down. */
export function SuspensionContacts({ institution }: { readonly institution: Institution }) {
  const mayRead = useMay('filing.note');
  return mayRead && institution.ofOwnOffice ? <Contacts institution={institution} /> : null;
}

function Contacts({ institution }: { readonly institution: Institution }) {
  const list = useSuspensionContacts(institution.id);
  const mayRecord = useMay('filing.accept') && waits(institution);
  const [recording, record] = useState(false);
  const items = list.items ?? [];
  if (!mayRecord && items.length === 0) return null;
  return (
    <Panel title="暂停期间了解的情况">
      <p className="muted">只有备案机关看得到；记录以后不能修改，有误的再记一条。</p>
      {items.length > 0 && (
        <ul className="list-cards" aria-label="暂停期间了解的情况">
          {items.map((contact) => (
            <li key={contact.id}>
              <strong>
                {dayInWords(contact.contactedOn)}，{CONTACT_WAY_LABELS[contact.way]}（{contact.whom}）
              </strong>
              <p style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{contact.words}</p>
              <p className="muted">
                {dayInWords(contact.lookAgainOn)}再次了解 · 预计恢复日期为{dayInWords(contact.expectedOn)} ·{' '}
                {contact.madeByName} {instantInTable(contact.madeAt)} 记录
              </p>
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          继续显示
        </Button>
      )}
      {mayRecord && !recording && <Button onClick={() => record(true)}>记录了解的情况</Button>}
      {mayRecord && recording && (
        <Suspense fallback={<Waiting />}>
          <RecordContactForm institution={institution} onDone={() => record(false)} />
        </Suspense>
      )}
    </Panel>
  );
}

const waits = ({ status, filingEndedAs, expectedResumption }: Institution): boolean =>
  status === 'SUSPENDED' && filingEndedAs === null && (expectedResumption?.hasPassed ?? false);
