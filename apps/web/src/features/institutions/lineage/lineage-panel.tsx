import { RELATIONS } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../../shared/session/use-session';
import { Panel } from '../../../shared/ui/panel';
import type { Institution } from '../queries';
import { EnterLinkDecision } from './enter-link-decision';
import { LinkEntries } from './link-entries';
import { PublicLineage } from './public-lineage';
import { RelatedList } from './related-list';

/** Where an institution comes from and what it belongs to (沿革与关联), for officials; of it the public's part for everybody else. */
export function LineagePanel({ institution }: { readonly institution: Institution }) {
  const isOfficial = useMay('lineage.read');
  return isOfficial ? <Relations institution={institution} /> : <PublicLineage institution={institution} />;
}

function Relations({ institution }: { readonly institution: Institution }) {
  const mayEnter = useMay('lineage.manage') && institution.ofOwnOffice;
  const [entering, setEntering] = useState(false);
  return (
    <Panel title="沿革与关联">
      {RELATIONS.map((relation) => (
        <RelatedList key={relation} institutionId={institution.id} relation={relation} />
      ))}
      <LinkEntries institutionId={institution.id} mayCorrect={mayEnter} />
      {mayEnter && (
        <p>
          <Button onClick={() => setEntering(true)}>登记沿革或者关联</Button>
        </p>
      )}
      {entering && <EnterLinkDecision institution={institution} onClose={() => setEntering(false)} />}
    </Panel>
  );
}
