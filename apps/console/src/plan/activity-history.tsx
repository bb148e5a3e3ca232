import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { EventDialog } from '../history/event-dialog.tsx';
import { RecordHistory } from '../history/record-history.tsx';
import { t } from '../texts/t.ts';

interface ActivityHistoryProps {
  readonly planId: string;
  readonly activityId: string;
}

const route = getRouteApi('/frame/engagements/$engagement');

/** Everything that happened to the activity, straight from the log: asked for, because few want all of it. */
export function ActivityHistory({ planId, activityId }: ActivityHistoryProps) {
  const { engagement } = route.useParams();
  const [isShown, setShown] = useState(false);
  if (!isShown) {
    return (
      <Button variant="default" size="compact-md" w="fit-content" onClick={() => setShown(true)}>
        {t('plan.history')}
      </Button>
    );
  }
  return (
    <>
      <RecordHistory engagement={engagement} streams={[`plan-${planId}`, `prog-${activityId}`]} about={activityId} />
      <EventDialog engagement={engagement} />
    </>
  );
}
