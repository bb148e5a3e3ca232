import '../actions/records.css';
import { Button, Drawer, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useOpen, withOpened } from '../actions/opened.ts';
import { formatDay } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { Empty } from '../frame/empty.tsx';
import { RecordHistory } from '../history/record-history.tsx';
import { type Me, personText, usePeople } from '../session/people.ts';
import { t, tCode } from '../texts/t.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { isOpen, RATED, type RiskLine, type RiskPolicy } from './risk.ts';
import { levelName } from './risk-matrix.tsx';
import { Score } from './risk-table.tsx';

interface RiskDrawerProps {
  readonly engagement: string;
  /** Undefined where the address names one that is not there, or not for the reader. */
  readonly risk: RiskLine | undefined;
  readonly policy: RiskPolicy | undefined;
  readonly me: Me | undefined;
  readonly now: string;
}

/** One risk: what it is, how bad, what is done about it, and how it came to be so. */
export function RiskDrawer({ engagement, risk, policy, me }: RiskDrawerProps) {
  const open = useOpen();
  const past = isPast(usePoint());
  return (
    <Drawer
      opened
      onClose={() => open({ risk: undefined })}
      position="right"
      size="lg"
      title={risk?.title ?? t('risks.risk')}
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      {risk ? (
        <Stack gap="lg">
          {!past && <RiskActions risk={risk} me={me} />}
          <Statement risk={risk} />
          <Ratings risk={risk} policy={policy} />
          <Treatment risk={risk} engagement={engagement} />
          <RecordHistory engagement={engagement} streams={[`risk-${risk.riskId}`]} />
        </Stack>
      ) : (
        <Empty title={t('risks.notFound')}>{t('risks.notFoundHelp')}</Empty>
      )}
    </Drawer>
  );
}

/** What the reader's roles let them do with it; the server decides. */
function RiskActions({ risk, me }: { readonly risk: RiskLine; readonly me: Me | undefined }) {
  const open = useOpen();
  const may = (action: string) => me?.actions.includes(action) ?? false;
  const live = isOpen(risk);
  const actions: readonly (readonly [form: string, label: string, shown: boolean])[] = [
    ['risk.assess', t('risks.assess'), live && may('manage')],
    ['risk.respond', t('risks.respond'), live && may('manage')],
    ['risk.review', t('risks.reviewed'), live && may('record')],
    ['risk.accept', t('risks.accept'), live && (may('manage') || may('approve'))],
    ['risk.trigger', t('risks.trigger'), live && risk.kind === 'threat' && may('record')],
    ['risk.close', t('risks.close'), risk.state !== 'closed' && may('manage')],
  ];
  const shown = actions.filter(([, , isShown]) => isShown);
  if (shown.length === 0) return null;
  return (
    <Group gap="xs" className="no-print">
      {shown.map(([form, label], index) => (
        <Button
          key={form}
          size="compact-md"
          variant={index === 0 ? 'filled' : 'default'}
          onClick={() => open({ do: form })}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}

function Statement({ risk: { cause, event, effect } }: { readonly risk: RiskLine }) {
  return (
    <dl className="pairs-wide">
      {(
        [
          ['risks.cause', cause],
          ['risks.event', event],
          ['risks.effect', effect],
        ] as const
      ).map(([key, text]) => (
        <div key={key}>
          <Text component="dt" size="xs" c="dimmed">
            {t(key)}
          </Text>
          <Text component="dd" size="sm" m={0}>
            {text}
          </Text>
        </div>
      ))}
    </dl>
  );
}

function Ratings({ risk, policy }: { readonly risk: RiskLine; readonly policy: RiskPolicy | undefined }) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('risks.which')}</Table.Th>
          <Table.Th scope="col">{t('risks.likelihood')}</Table.Th>
          <Table.Th scope="col">{t('risks.impact')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('risks.score')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {RATED.map((rated) => {
          const rating = risk[rated];
          return (
            <Table.Tr key={rated}>
              <Table.Th scope="row" fw={400}>
                {t(`risks.rated.${rated}`)}
              </Table.Th>
              <Table.Td>{rating ? levelName(policy, 'likelihood', rating.likelihood) : t('page.none')}</Table.Td>
              <Table.Td>{rating ? levelName(policy, 'impact', rating.impact) : t('page.none')}</Table.Td>
              <Table.Td ta="right">
                <Score rating={rating} policy={policy} />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function Treatment({ risk, engagement }: { readonly risk: RiskLine; readonly engagement: string }) {
  const zone = useZone();
  const people = usePeople(engagement);
  const { response, owner, nextReview, proximity, acceptedUntil, acceptanceExpired, state, issueId } = risk;
  const none = t('page.none');
  const facts: readonly (readonly [label: string, text: string])[] = [
    [t('risks.state'), tCode('risks', state)],
    [
      t('risks.response'),
      response ? `${tCode('strategy', response.strategy)}: ${response.plan}` : t('risks.noResponse'),
    ],
    ...(response?.due ? [[t('risks.due'), formatDay(response.due)] as const] : []),
    [t('risks.owner'), owner ? personText(owner, people.data) : t('risks.nobody')],
    [t('risks.review'), nextReview ? formatDay(nextReview) : none],
    ...(proximity
      ? [
          [
            t('risks.proximity'),
            t('fact.fromTo', { start: formatDay(proximity.from), finish: formatDay(proximity.to) }),
          ] as const,
        ]
      : []),
    ...(state === 'accepted' && acceptedUntil
      ? [[t('risks.acceptUntil'), formatDay(acceptedUntil, { zone })] as const]
      : []),
    ...(acceptanceExpired ? [[t('risks.acceptUntil'), t('risks.acceptanceExpired')] as const] : []),
  ];
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t('risks.treatment')}
      </Title>
      <dl className="pairs">
        {facts.map(([label, text]) => (
          <div key={label} className="pair">
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" size="sm" m={0}>
              {text}
            </Text>
          </div>
        ))}
      </dl>
      {issueId && (
        <Text size="sm" mt="xs">
          <Link
            to="."
            search={(search) => withOpened({ risk: undefined, issue: issueId })({ ...search, tab: 'issues' })}
          >
            {t('risks.toIssue')}
          </Link>
        </Text>
      )}
    </section>
  );
}
