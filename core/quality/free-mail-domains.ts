import { FREE_MAIL } from '../demo/demo-words.ts';

/**
 * Providers where anybody gets an address for nothing: the large ones of the world and those usual in the five languages of
 * the app. Chosen by hand from the providers' own pages; longer lists (npm: email-providers, free-email-domains) hold the
 * domains of universities and companies too, and a customer taken for free-mail costs more than a provider missed.
 */
const WORLD = [
  'gmail.com googlemail.com yahoo.com ymail.com rocketmail.com aol.com aim.com',
  'hotmail.com outlook.com live.com msn.com passport.com icloud.com me.com mac.com',
  'proton.me protonmail.com pm.me tutanota.com tuta.io tutanota.de tuta.com fastmail.com fastmail.fm hushmail.com hey.com',
  'zohomail.com zohomail.eu mail.com email.com usa.com gmx.com gmx.net inbox.com duck.com posteo.de posteo.net mailbox.org',
  'qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com naver.com hanmail.net daum.net rediffmail.com',
];
const COUNTRIES = [
  'yahoo.co.uk yahoo.co.in yahoo.in yahoo.ca yahoo.com.au yahoo.com.br yahoo.com.mx yahoo.co.jp yahoo.fr yahoo.de yahoo.es',
  'yahoo.it yahoo.pl yahoo.ro yahoo.gr yahoo.ie hotmail.co.uk hotmail.fr hotmail.de hotmail.es hotmail.it hotmail.nl',
  'hotmail.be hotmail.se outlook.fr outlook.de outlook.es outlook.it outlook.com.br outlook.ro live.co.uk live.fr live.de',
  'live.it live.nl live.ca live.ro',
  'gmx.de gmx.at gmx.ch web.de t-online.de freenet.de arcor.de online.de email.de bluewin.ch',
  'orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr skynet.be telenet.be ziggo.nl xs4all.nl home.nl',
  'libero.it virgilio.it tiscali.it alice.it tin.it inwind.it iol.it email.it tim.it',
  'wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu poczta.onet.pl poczta.fm gazeta.pl tlen.pl vp.pl buziaczek.pl go2.pl',
  'mail.ru inbox.ru list.ru bk.ru internet.ru yandex.ru yandex.com ya.ru yandex.ua yandex.by yandex.kz rambler.ru lenta.ru',
  'ukr.net i.ua meta.ua bigmir.net abv.bg mail.bg seznam.cz centrum.cz email.cz azet.sk zoznam.sk freemail.hu citromail.hu',
  'clicknet.ro home.ro k.ro personal.ro',
  'btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com comcast.net verizon.net att.net sbcglobal.net cox.net',
  'bellsouth.net charter.net earthlink.net rogers.com shaw.ca sympatico.ca bigpond.com optusnet.com.au',
  'uol.com.br bol.com.br terra.com.br ig.com.br sapo.pt',
];

/** Lower case. With the made-up ones of the demo history, which no lead of a real one can have. */
export const FREE_MAIL_DOMAINS: ReadonlySet<string> = new Set([
  ...[...WORLD, ...COUNTRIES].flatMap((line) => line.split(' ')),
  ...FREE_MAIL,
]);
