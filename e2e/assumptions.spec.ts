import { expect, test } from './editor-test.ts';
import { findViolations } from './find-violations.ts';

const TEXT = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: edge
spec:
  selector:
    istio: ingress
  servers:
    - port:
        number: 443
        name: https
        protocol: HTTPS
      tls:
        mode: SIMPLE
        credentialName: shop-tls
      hosts:
        - shop.example.com
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
spec:
  hosts:
    - shop.example.com
  gateways:
    - edge
  http:
    - route:
        - destination:
            host: pay.payments.svc.cluster.local
`;

test('[P6] [P3] what the text does not hold is said from a finding and in the dialog, and undone', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.pasteOverAll(TEXT);
  const problems = await editor.openProblems();
  const ofHost = problems.filter({ hasText: 'The Service "pay" is not in this text' });
  await ofHost.click();
  await page
    .getByRole('button', { name: 'The namespace payments belongs to another team' })
    .click();
  await expect(ofHost).toHaveCount(0);
  await expect(editor.canvas.getByRole('group', { name: /^Service, implied pay,/ })).toBeVisible();
  await editor.undo();
  await expect(ofHost).toHaveCount(1);

  // A gateway as Helm installs it: its LoadBalancer stands on the canvas at once.
  await page
    .getByRole('toolbar', { name: 'Which problems are shown' })
    .getByText('Assumptions')
    .click();
  const dialog = page.getByRole('dialog', { name: 'Assumptions' });
  await dialog.getByRole('button', { name: 'Assume it' }).click();
  const card = dialog.getByRole('region', { name: 'Gateway istio-ingress in istio-ingress' });
  const namespace = card.getByRole('textbox', { name: 'Namespace' });
  await namespace.fill('Not a name');
  await expect(card.getByText(/cannot be a namespace/)).toBeVisible();
  await namespace.fill('web');
  await namespace.press('Enter');
  await expect(dialog.getByRole('region', { name: 'Gateway istio-ingress in web' })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  // The Secret is read where the pods now run, and is offered so.
  await dialog.getByRole('tab', { name: 'Outside this text' }).click();
  const secrets = dialog.getByLabel('Secrets that exist', { exact: true });
  await secrets.fill('shop-tls');
  await expect(dialog.getByText(/does not say where the Secret is/)).toBeVisible();
  await secrets.fill('web/shop-tls');
  await secrets.press('Enter');
  await dialog.getByRole('tab', { name: 'As YAML' }).click();
  const yaml = dialog.getByRole('textbox', { name: 'The assumptions as YAML' });
  await expect(yaml).toHaveValue(/- web\/shop-tls/);
  await yaml.fill('secret: []');
  await expect(dialog.getByRole('alert')).toContainText('secret is not known');
  await yaml.fill('gateways: []\n');
  await dialog.getByRole('button', { name: 'Assume this' }).click();
  await page.keyboard.press('Escape');
  await expect(editor.canvas.getByRole('group', { name: /^LoadBalancer/ })).toHaveCount(0);
  await editor.undo();
  await expect(
    editor.canvas.getByRole('group', {
      name: /^LoadBalancer, implied istio-ingress, namespace web/,
    }),
  ).toBeVisible();
  await editor.waitUntilKept();
  await editor.reload();
  await expect(
    editor.canvas.getByRole('group', {
      name: /^LoadBalancer, implied istio-ingress, namespace web/,
    }),
  ).toBeVisible();
});
