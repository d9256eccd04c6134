import { Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../shared/ui/page';
import { Waiting } from '../../shared/ui/waiting';
import { OpenFindingList } from './open-finding-list';
import { OpenCaseForm } from './open-case-form';

/** First which inspection, then which of its findings and on what basis. */
export default function NewCasePage() {
  const [search] = useSearchParams();
  const resultId = search.get('result');
  if (resultId === null) {
    return (
      <Page title="待立案问题" facts="检查中认定为“不符合”、本部门尚未立案的问题。从一次检查中选择问题立案。">
        <OpenFindingList />
      </Page>
    );
  }
  return (
    <Suspense key={resultId} fallback={<Waiting />}>
      <OpenCaseForm resultId={resultId} findingId={search.get('finding')} />
    </Suspense>
  );
}
