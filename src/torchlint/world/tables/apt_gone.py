# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

GONE = """
and|ubuntu20.04|
aufs-tools|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
awscli|ubuntu24.04|
azure-cli|ubuntu18.04 ubuntu22.04 ubuntu24.04 ubuntu26.04|
bcrypt|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
bsdtar|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
btrfs-tools|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
ca-certificates-mono|ubuntu26.04|
chromium|ubuntu18.04 ubuntu20.04 ubuntu22.04|
chromium-browser|debian11 debian12 debian13|
clang-11|ubuntu18.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
clang-6.0|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
clang-format-6.0|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
createrepo|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
ctags|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
cython|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
dpkg-sig|ubuntu24.04 ubuntu26.04 debian12 debian13|
enchant|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
erlang-base-hipe|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
fd-find|ubuntu18.04|
firefox|debian11 debian12 debian13|
freeglut3|ubuntu24.04 ubuntu26.04 debian12 debian13|
g++-10|ubuntu18.04 ubuntu26.04 debian12 debian13|
g++-12|ubuntu18.04 ubuntu20.04 debian11|
g++-4.8|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
g++-6|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
g++-7|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
g++-8|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
g++-9|ubuntu18.04 ubuntu26.04 debian12 debian13|
gcc-10|ubuntu18.04 ubuntu26.04 debian12 debian13|
gcc-12|ubuntu18.04 ubuntu20.04 debian11|
gcc-4.8|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
gcc-6|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
gcc-7|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
gcc-8|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
gcc-9|ubuntu18.04 ubuntu26.04 debian12 debian13|
gconf-service|ubuntu24.04 ubuntu26.04 debian13|
gconf2|ubuntu24.04 ubuntu26.04 debian13|
getmail4|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
gnome-themes-standard|ubuntu24.04 ubuntu26.04 debian12 debian13|
gpac|ubuntu26.04 debian12 debian13|
hhvm|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
intel-ocloc|ubuntu18.04 ubuntu20.04 ubuntu22.04 debian11 debian12 debian13|
ipython|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
kubectl|ubuntu18.04 ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12|
language-pack-en|debian11 debian12 debian13|
language-pack-en-base|debian11 debian12 debian13|
language-pack-gnome-zh-hant|debian11 debian12 debian13|
language-pack-ja|debian11 debian12 debian13|
language-pack-ja-base|debian11 debian12 debian13|
language-pack-ko|debian11 debian12 debian13|
language-pack-zh-hant|debian11 debian12 debian13|
lib32gcc1|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
lib32ncurses5|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
lib32tinfo5|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libaio1|ubuntu24.04 ubuntu26.04 debian13|
libapache2-mod-php7.2|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libapache2-mod-python|debian13|
libappindicator1|ubuntu24.04 ubuntu26.04 debian13|
libargon2-0-dev|ubuntu24.04 ubuntu26.04 debian13|
libarrow-dev|ubuntu18.04 ubuntu20.04 ubuntu22.04 ubuntu24.04 debian11 debian12 debian13|
libasan8|ubuntu18.04 ubuntu20.04 debian11|
libasound2|ubuntu24.04 ubuntu26.04|libasound2t64
libatlas-base-dev|ubuntu26.04 debian13|
libavresample-dev|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
libc-client-dev|debian13|
libc-client2007e|debian13|
libc-client2007e-dev|debian13|
libcanberra-gtk-module|ubuntu26.04 debian13|
libcroco3|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libcupti-dev|debian11 debian12 debian13|
libcurl3|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libdb++-dev|ubuntu26.04 debian13|
libdc1394-22-dev|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|libdc1394-dev
libegl1-mesa|ubuntu24.04 ubuntu26.04 debian13|libegl1
libenchant-dev|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libenchant1c2a|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libevent-core-2.1-7t64|ubuntu18.04 ubuntu20.04 ubuntu22.04 debian11 debian12|
libevent-pthreads-2.1-7t64|ubuntu18.04 ubuntu20.04 ubuntu22.04 debian11 debian12|
libfaac-dev|debian11 debian12 debian13|
libffi6|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libffi7|ubuntu18.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
libffi8|ubuntu18.04 ubuntu20.04 debian11|
libgconf-2-4|ubuntu24.04 ubuntu26.04 debian13|
libgdk-pixbuf2.0-0|ubuntu26.04 debian13|libgdk-pixbuf-2.0-0
libgl1-mesa-glx|ubuntu24.04 ubuntu26.04 debian13|libgl1
libgpgme11|ubuntu26.04|
libgtk3.0-cil-dev|ubuntu26.04 debian13|
libhdf5-103|ubuntu18.04 ubuntu24.04 ubuntu26.04 debian13|
libicu60|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libicu66|ubuntu18.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libicu70|ubuntu18.04 ubuntu20.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libidn11|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
libiomp-dev|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libjemalloc1|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libjemalloc2|ubuntu18.04|
libjpeg-turbo8-dev|debian11 debian12 debian13|
libjpeg62-turbo|ubuntu18.04 ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04|
libjpeg62-turbo-dev|ubuntu18.04 ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04|
libjpeg8-dev|debian11 debian12 debian13|
liblttng-ust0|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
libmagickwand-6.q16-3|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libmariadbclient-dev|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libmpdec2|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libmysql-java|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libmysqlclient-dev|debian11 debian12 debian13|default-libmysqlclient-dev
libmysqlclient20|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libncurses5|ubuntu24.04 ubuntu26.04 debian13|libncurses6
libncursesw5|ubuntu24.04 ubuntu26.04 debian13|
libopenblas-base|ubuntu24.04 ubuntu26.04 debian12 debian13|
libopenblas0|ubuntu18.04|
libopenmpi2|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libpango1.0-0|ubuntu24.04 ubuntu26.04 debian13|
libpangox-1.0-0|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
libpcre3|ubuntu26.04 debian13|
libpcre3-dev|ubuntu26.04 debian13|
libprotobuf-c0-dev|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libprotobuf10|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libprotobuf17|ubuntu18.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libpython-dev|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libpython2.7|ubuntu24.04 ubuntu26.04 debian12 debian13|
libqt4-dev|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libqt4-opengl-dev|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libqt5webkit5-dev|ubuntu26.04 debian13|
libreadline7|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libssl1.0-dev|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libssl1.0.0|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libssl1.1|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
libssl3|ubuntu18.04 ubuntu20.04 debian11|
libstdc++-5-dev|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
libtbb2|ubuntu24.04 ubuntu26.04 debian12 debian13|
libtiff5|ubuntu24.04 ubuntu26.04 debian12 debian13|libtiff6
libtinfo5|ubuntu24.04 ubuntu26.04 debian13|libtinfo6
libturbojpeg|ubuntu26.04 debian11 debian12 debian13|
libturbojpeg0|ubuntu18.04 ubuntu20.04 ubuntu22.04 ubuntu24.04|
libucx0|ubuntu18.04 ubuntu20.04|
libvtk6-dev|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
libwebp6|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
libwebp7|ubuntu18.04 ubuntu20.04 debian11|
libxml2|ubuntu26.04|
llvm-11|ubuntu18.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
lsb-core|ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
lzma-dev|ubuntu26.04 debian13|
mailman|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
mime-support|ubuntu24.04 ubuntu26.04 debian13|
module-init-tools|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
mysql-client|debian11 debian12 debian13|default-mysql-client
mysql-server|debian11 debian12 debian13|
neofetch|ubuntu26.04 debian13|
netcat|ubuntu24.04 ubuntu26.04 debian12 debian13|netcat-openbsd
nikto|debian11 debian12 debian13|
nlohmann-json-dev|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
ntp|ubuntu26.04 debian13|
ntpdate|ubuntu26.04 debian13|
nuget|ubuntu24.04 ubuntu26.04 debian13|
nvtop|ubuntu18.04 debian11 debian12|
openjdk-11-jdk|debian12 debian13|
openjdk-11-jdk-headless|debian12 debian13|
openjdk-11-jre|debian12 debian13|
openjdk-11-jre-headless|debian12 debian13|
openjdk-17-jdk|debian13|
openjdk-17-jdk-headless|debian13|
openjdk-17-jre|debian13|
openjdk-17-jre-headless|debian13|
openjdk-21-jdk|ubuntu18.04 debian11 debian12|
openjdk-21-jdk-headless|ubuntu18.04 debian11 debian12|
openjdk-21-jre-headless|ubuntu18.04 debian11 debian12|
openjdk-8-jdk|debian11 debian12 debian13|
openjdk-8-jdk-headless|debian11 debian12 debian13|
openjdk-8-jre|debian11 debian12 debian13|
openjdk-8-jre-headless|debian11 debian12 debian13|
openscad|ubuntu18.04|
paxctl|ubuntu24.04 ubuntu26.04 debian12 debian13|
php-geoip|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
php-gettext|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php-mcrypt|ubuntu18.04 ubuntu20.04 ubuntu22.04 debian11|
php7.2|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-bcmath|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-bz2|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-cgi|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-cli|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-common|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-curl|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-dev|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-enchant|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-exif|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-fileinfo|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-fpm|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-gd|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-geoip|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-imagick|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-imap|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-intl|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-json|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-ldap|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-mbstring|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-mysql|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-mysqli|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-mysqlnd|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-opcache|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-pgsql|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-phar|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-pspell|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-readline|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-redis|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-soap|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-sqlite3|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-sybase|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-tidy|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-tokenizer|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-xdebug|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-xml|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-xmlrpc|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-xsl|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php7.2-zip|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
php8.3-fpm|ubuntu18.04 ubuntu20.04 ubuntu22.04 ubuntu26.04 debian11 debian12 debian13|
pip|ubuntu18.04|
pipx|ubuntu18.04 debian11|
postgis-gui|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
postgresql-client-10|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
prometheus-cpp-dev|ubuntu18.04 ubuntu20.04 ubuntu22.04 debian11|
python|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
python-all-dev|ubuntu24.04 ubuntu26.04 debian12 debian13|
python-backports.ssl-match-hostname|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-biopython|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-cairo|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-certbot-apache|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-cffi|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-dev|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian12 debian13|
python-docutils|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-gdal|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-h5py|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-httplib2|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-is-python3|ubuntu18.04|
python-lxml|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-m2crypto|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-matplotlib|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-minimal|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-mock|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-nose|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-numpy|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-opencv|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-opengl|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-openssl|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-pandas|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-pil|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-pip|ubuntu20.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-pkg-resources|ubuntu24.04 ubuntu26.04 debian12 debian13|
python-protobuf|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-pydot|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-pygments|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-qt4|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-requests|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-rosdep|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-rosinstall|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-scipy|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-setuptools|ubuntu24.04 ubuntu26.04 debian12 debian13|
python-six|ubuntu24.04 ubuntu26.04 debian12 debian13|
python-skimage|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-sklearn|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-sympy|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-tk|ubuntu24.04 ubuntu26.04 debian12 debian13|
python-twisted|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-virtualenv|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-websocket|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-wheel|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-wstool|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python-yaml|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python2.7|ubuntu24.04 ubuntu26.04 debian12 debian13|
python2.7-dev|ubuntu24.04 ubuntu26.04 debian12 debian13|
python3-distutils|ubuntu24.04 ubuntu26.04 debian13|
python3-full|ubuntu18.04 ubuntu20.04|
python3-nose|debian13|
python3-pyqt5.qtwebkit|ubuntu26.04 debian13|
python3-pyxb|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
python3-software-properties|debian13|
qemu|ubuntu24.04 ubuntu26.04 debian12 debian13|
qemu-kvm|ubuntu26.04|
qt5-default|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
run-one|debian11 debian12 debian13|
snmp-mibs-downloader|debian11 debian12 debian13|
software-properties-common|debian13|
swig3.0|ubuntu26.04 debian11 debian12 debian13|
texlive-generic-extra|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
texlive-generic-recommended|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
tini|ubuntu18.04|
ttf-dejavu|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|fonts-dejavu
ttf-mscorefonts-installer|debian11 debian12 debian13|
ttf-ubuntu-font-family|ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
ttf-wqy-microhei|ubuntu26.04 debian13|
unoconv|debian13|
unrar|debian11 debian12 debian13|
uwsgi-plugin-python|ubuntu20.04 ubuntu22.04 ubuntu24.04 ubuntu26.04 debian11 debian12 debian13|
vlogger|ubuntu24.04 ubuntu26.04 debian12 debian13|
webalizer|ubuntu26.04 debian11 debian13|
wkhtmltopdf|ubuntu26.04 debian13|
xfonts-cyrillic|debian12|
xpra|ubuntu26.04 debian13|
yarn|ubuntu26.04 debian13|
"""
