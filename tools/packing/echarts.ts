import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

/** The parts of ECharts that the mini program's pictures are made of; what is not named here is not packed. */
use([BarChart, GridComponent, CanvasRenderer]);

export { init, setPlatformAPI };
