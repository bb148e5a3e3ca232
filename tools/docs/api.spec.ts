import { apiPage, type OpenApi } from './api.ts';

const document: OpenApi = {
  paths: {
    '/api/v1/risks/{riskId}/close': {
      post: {
        tags: ['Risk'],
        'x-allowed': ['director', 'project-manager'],
        parameters: [
          { name: 'riskId', in: 'path', required: true },
          { name: 'If-Match', in: 'header', required: true },
        ],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/CloseBody' } } } },
      },
    },
    '/api/v1/risks': {
      get: {
        tags: ['Risk'],
        'x-allowed': ['member'],
        parameters: [
          { name: 'engagement', in: 'query', required: true },
          { name: 'cursor', in: 'query' },
        ],
      },
    },
    '/ops/risk/metrics': { get: {} },
  },
  components: { schemas: { CloseBody: { properties: { reason: {}, note: {} }, required: ['reason'] } } },
};

it('the page about the API has a line for each request, with what it takes and who may send it', () => {
  const lines = apiPage(() => document)
    .split('\n')
    .map((line) => line.replaceAll(/ +/g, ' '));
  expect(lines).toContain('| `POST /api/v1/risks/{riskId}/close` ✎ | **reason**, note | director, project-manager |');
  expect(lines).toContain('| `GET /api/v1/risks` | **?engagement** | member |');
  expect(lines.filter((line) => line.includes('/ops/risk'))).toEqual([]);
});
