import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

dayjs.locale('zh-cn');

/** The days of antd's calendars, whose weeks begin on Monday. It comes with the first calendar. */
export { dayjs };
