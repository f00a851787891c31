import { expect, test } from './editor-test.ts';
import { manyIngresses, SHOP } from './manifests.ts';
import { restingBox } from './pages/stillness.ts';

test.describe('the controls of the canvas', () => {
  for (const [count, text] of [
    ['one ingress', SHOP],
    ['200 nodes', manyIngresses(50)],
  ] as const) {
    for (const size of [
      { width: 1280, height: 720 },
      { width: 1920, height: 1080 },
    ]) {
      test(`stand in line with each other: ${count}, ${size.width} px`, async ({
        editor,
        page,
      }) => {
        await page.setViewportSize(size);
        await editor.pasteOverAll(text);
        await expect(editor.nodes().first()).toBeVisible();
        const canvas = await restingBox(editor.canvas);
        const zoom = page.getByRole('toolbar', { name: 'Zoom' });
        const map = page.getByRole('img', { name: /^Map of/ });
        // A map is only of what is not in view anyhow.
        if (text === SHOP) await page.getByRole('button', { name: /^Zoom in/ }).dblclick();
        const credit = page.getByRole('link', { name: 'React Flow attribution' });
        const [left, right, top] = await Promise.all([zoom, map, credit].map(restingBox));
        if (left === undefined || right === undefined || top === undefined) throw new Error('none');
        const margin = left.x - canvas.x;
        expect(margin).toBe(12);
        expect(canvas.x + canvas.width - (right.x + right.width)).toBeCloseTo(margin, 0);
        expect(canvas.x + canvas.width - (top.x + top.width)).toBeCloseTo(margin, 0);
        expect(canvas.y + canvas.height - (left.y + left.height)).toBeCloseTo(margin, 0);
        expect(canvas.y + canvas.height - (right.y + right.height)).toBeCloseTo(margin, 0);
        expect(top.y - canvas.y).toBeCloseTo(margin, 0);
        const radiusOf = (element: Element) => getComputedStyle(element).borderRadius;
        expect(await zoom.evaluate(radiusOf)).toBe(await map.evaluate(radiusOf));
      });
    }
  }
});
