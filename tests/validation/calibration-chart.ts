import { LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Bin } from './metrics.ts';
import type { Results } from './results.ts';

const SIZE = { width: 640, height: 560 };

/** Who is drawn: label, colour (Okabe-Ito, told apart by the colour-blind) and symbol. */
const DRAWN = [
  ['model', 'certtrack', '#0072B2', 'circle'],
  ['without transfer gap', 'without transfer gap', '#E69F00', 'triangle'],
  ['Beta-Binomial per section', 'Beta-Binomial per section', '#CC79A7', 'diamond'],
  ['coverage as chance', 'coverage as chance', '#009E73', 'rect'],
] as const;

/** Predicted chance against the share who passed, in ten groups of equal size, as an SVG document. */
export function calibrationChart({ calibration }: Results): string {
  use([LineChart, ScatterChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  const axis = (name: string) =>
    ({
      type: 'value',
      name,
      nameLocation: 'middle',
      nameGap: 36,
      min: 0,
      max: 100,
      axisLabel: { formatter: '{value} %' },
    }) as const;
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    title: { text: 'Predicted chance and what happened', left: 'center', top: 0 },
    legend: { top: 36, data: DRAWN.map(([, label]) => label) },
    grid: { top: 76, bottom: 60, left: 70, right: 30 },
    xAxis: axis('predicted chance to pass'),
    yAxis: axis('share who passed'),
    series: [
      {
        type: 'line',
        data: [
          [0, 0],
          [100, 100],
        ],
        symbol: 'none',
        silent: true,
        lineStyle: { color: '#888', type: 'dashed' },
      },
      ...DRAWN.map(([name, label, color, symbol]) => ({
        type: 'line' as const,
        name: label,
        data: calibration[name].map(point),
        symbol,
        symbolSize: 8,
        color,
      })),
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg}\n`;
}

function point({ predicted, actual }: Bin): [number, number] {
  return [rounded(predicted), rounded(actual)];
}

function rounded(share: number): number {
  return Math.round(1000 * share) / 10;
}
