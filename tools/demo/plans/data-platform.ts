import { outlineOf } from '../outline.ts';

/** One platform for an insurer’s data, built in Pune for New York. Days in dollars. */
export const dataPlatform = outlineOf(
  'Insurance data platform',
  {
    'Data architect': 720,
    'Data engineer': 430,
    'Analytics engineer': 460,
    'Cloud engineer': 480,
    Tester: 310,
    'Product owner': 690,
  },
  [
    {
      name: 'Foundations',
      lines: `
        cases   | Use cases ranked                | 6  |             | Product owner     |
        account | Accounts, networks, keys        | 8  |             | 2x Cloud engineer | 14000
        lake    | Storage and catalogue           | 10 | account     | 2x Data engineer  |
        rights  | Who may see what                | 7  | cases, lake SS+4d | Data architect |
        flowrun | Scheduling and alarms           | 8  | lake SS+5d  | Cloud engineer    |
        ready   | Foundations accepted            | 0  | rights, flowrun | |
      `,
    },
    {
      name: 'Sources',
      each: [
        'Policies',
        'Claims',
        'Payments',
        'General ledger',
        'Brokers',
        'Call centre',
        'Web visits',
        'Telematics',
        'Weather',
        'Fraud lists',
        'Personnel',
        'Reinsurance',
        'Garages',
        'Complaints',
        'Surveys',
        'Market prices',
      ],
      lines: `
        contract | {}: data contract with the owner | 3 | cases, <contract SS+6d | Data architect |
        ingest   | {}: ingest                       | 5 | contract, ready | 2x Data engineer |
        history  | {}: load the history             | 4 | ingest          | Data engineer |
        quality  | {}: quality rules                | 4 | ingest          | Analytics engineer |
        model    | {}: model                        | 6 | quality         | 2x Analytics engineer |
        lineage  | {}: lineage and documentation    | 2 | model           | Data engineer |
        prove    | {}: reconciled with the source   | 3 | history, model  | Tester |
        offered  | {}: offered in the catalogue     | 0 | prove, lineage  | |
      `,
    },
    {
      name: 'Products',
      each: [
        'Loss ratio',
        'Claims triage',
        'Broker scorecard',
        'Fraud signals',
        'Regulator’s return',
        'Churn',
        'Reserving',
        'Complaints radar',
        'Garage network',
        'Executive dashboard',
      ],
      lines: `
        shape    | {}: shape with its users         | 4 | cases+30d, <shape SS+9d | Product owner |
        compute  | {}: calculations                 | 8 | shape, offered SS+1d    | 2x Analytics engineer |
        pages    | {}: pages                        | 6 | compute SS+3d           | Analytics engineer |
        trial    | {}: trial                        | 5 | compute, pages          | Tester |
        product  | {}: in use                       | 0 | trial                   | |
      `,
    },
    {
      name: 'Operations',
      lines: `
        runbook  | Runbooks and on-call             | 8 | *offered          | Cloud engineer |
        costs    | Costs per data product           | 6 | *product          | Data architect |
        handover | Handed over to operations        | 0 | runbook, costs    | |
      `,
    },
  ],
);
