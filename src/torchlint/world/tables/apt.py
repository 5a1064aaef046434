# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

PACKAGES = """
alsa-utils||15||16|11|14
and||0||0|1|1
ant|java openssl update-ca-certificates|221|java openssl update-ca-certificates|276|36|51
apache2|perl pkill ps top|107|openssl perl pkill ps top update-ca-certificates|112|38|48
apache2-doc||26|openssl perl pkill ps top update-ca-certificates|138|1|49
apache2-utils||7||7|6|6
apparmor||3||3|1|1
apt||0||0|0|0
apt-transport-https||0||0|1|1
apt-utils||1||1|1|1
aptitude||22|bzip2 perl xz|72|8|21
aria2|aria2c|51|aria2c openssl update-ca-certificates|54|8|10
asciidoc|python3|86|bzip2 file gs java lsb_release openssl perl pkill ps python3 ruby top unzip update-ca-certificates xz zip|1811|33|444
aspell||5||5|6|8
autoconf|autoconf perl|49|autoconf automake perl|51|7|10
automake|autoconf automake perl|51|autoconf automake perl|51|9|10
autossh|scp ssh ssh-keygen|14|scp ssh ssh-keygen xauth|18|12|21
autotools-dev||0||0|1|1
awscli|aws lsb_release python3|141|aws bzip2 file lsb_release openssl perl python3 update-ca-certificates xz|273|45|99
bash||0||0|0|0
bash-completion||1||1|1|1
bc|bc|1|bc|1|3|3
bind9|ip|57|ip|58|30|33
binutils||33||33|8|8
bison||4||4|2|2
bmon||1||2|6|7
bsdmainutils||0||0|3|3
build-essential|bzip2 c++ cc g++ gcc make patch perl xz|308|bzip2 c++ cc g++ gcc gpg make patch perl xz|383|56|125
byobu|ip python3 tmux|47|ip less lsb_release openssl python3 tmux update-ca-certificates|51|40|52
bzip2|bzip2|0|bzip2|0|1|1
bzr|python3|56|gpg lsb_release openssl pkill ps python3 scp ssh ssh-keygen top update-ca-certificates xauth|298|35|217
ca-certificates|openssl update-ca-certificates|9|openssl update-ca-certificates|9|3|3
ca-certificates-java|openssl update-ca-certificates|9|openssl update-ca-certificates|9|4|4
cabextract||0||0|2|2
cargo|cargo cc gcc rustc|645|cargo cc gcc openssl python3 rustc update-ca-certificates|1170|65|143
ccache|ccache|2|ccache|2|2|2
check||0||0|3|3
checkinstall|bzip2 file make patch perl xz|95|bzip2 c++ cc file g++ gcc gpg make patch perl xz|392|24|130
chromium|chromium pkill ps top|704|chromium openssl perl pkill ps python3 top update-ca-certificates|913|174|322
chrpath||0||0|1|1
clamav|cron crontab pkill ps top|94|cron crontab openssl pkill ps top update-ca-certificates|105|32|55
clang|c++ cc clang clang++|392|c++ cc clang clang++ openssl python3 update-ca-certificates|916|49|137
cmake|cmake pkill ps top|91|cc cmake gcc make openssl pkill ps top update-ca-certificates|344|27|105
coreutils||0||0|0|0
cpio||1||1|1|1
cron|cron crontab|0|cron crontab openssl update-ca-certificates|19|3|28
curl|curl|11|curl openssl update-ca-certificates|15|16|22
daemon||0||0|1|1
dbus||2||2|8|8
dbus-x11||5||6|13|15
debconf||0||0|0|0
debconf-utils||0||0|1|1
debian-keyring||31|gpg|55|1|26
debootstrap|wget|4|gpg openssl update-ca-certificates wget|32|3|32
default-jdk|jar java javac openssl update-ca-certificates|566|jar java javac openssl pkill ps top update-ca-certificates|634|117|190
default-jre|java openssl update-ca-certificates|488|java openssl pkill ps top update-ca-certificates|549|113|175
default-jre-headless|java openssl update-ca-certificates|219|java openssl update-ca-certificates|273|35|49
devscripts|bzip2 file gpg make openssl patch perl python3 update-ca-certificates xz|154|autoconf automake bzip2 c++ cc file g++ gcc git gpg less libtoolize lsb_release make openssl patch perl python3 scp ssh ssh-keygen strace unzip update-ca-certificates wget xauth xz|656|110|425
dialog||2||2|2|3
dirmngr||4|gpg|25|10|25
dmidecode||0||0|1|1
dnsutils|dig|51|dig|52|22|23
dos2unix|dos2unix|1|dos2unix|1|1|1
dovecot-imapd|openssl|62|openssl|62|24|25
doxygen||271||271|10|10
dpkg||0||0|0|0
dpkg-dev|bzip2 make patch perl xz|86|bzip2 c++ cc g++ gcc gpg make patch perl xz|383|19|125
dumb-init|dumb-init|0|dumb-init|0|1|1
emacs|pkill ps top|474|cron crontab openssl pkill ps top update-ca-certificates|602|167|225
environment-modules|less pkill ps python3 top|40|less openssl pkill ps python3 top update-ca-certificates|44|28|33
espeak-ng||23||26|25|34
ethtool||1||1|2|2
expat||0||0|2|2
expect||5||5|4|4
fail2ban|python3|34|openssl python3 update-ca-certificates|40|23|39
fakeroot||0||0|2|2
fd-find||3||3|1|1
feh||192|openssl update-ca-certificates|216|100|121
ffmpeg|ffmpeg ffprobe|459|ffmpeg ffprobe openssl python3 update-ca-certificates|609|200|243
file|file|8|file|8|3|3
findutils||0||0|0|0
fish|fish pkill ps python3 top|59|bzip2 file fish openssl perl pkill ps python3 top update-ca-certificates xz|128|33|58
flex||2|cc gcc|258|2|82
fluxbox||183|openssl update-ca-certificates|225|94|128
fontconfig||7||7|8|8
fonts-dejavu||10||10|3|3
fonts-ipafont-gothic||12||27|1|2
fonts-liberation||2||2|1|1
fonts-symbola||3||3|1|1
fonts-wqy-microhei||5||12|1|9
fonts-wqy-zenhei||23||23|9|9
freeglut3-dev||221||221|79|79
g++|c++ cc g++ gcc|255|c++ cc g++ gcc|310|44|81
gawk||5||5|5|5
gcc|cc gcc|172|cc gcc|256|25|78
gcc-multilib|cc gcc|278|cc gcc|334|65|102
gconf-service||50||72|13|26
gdal-bin|python3|241|openssl python3 update-ca-certificates|258|106|115
gdb|gdb|94|gdb openssl update-ca-certificates|125|42|54
gettext||44|curl openssl update-ca-certificates|59|5|27
gettext-base||1||1|1|1
gfortran|cc gcc gfortran|242|cc gcc gfortran|298|45|82
ghostscript|gs|76|gs|86|50|60
gifsicle||4||4|7|7
git|git perl|104|git less openssl patch perl scp ssh ssh-keygen update-ca-certificates xauth|118|24|46
git-flow|git perl|104|git less openssl patch perl scp ssh ssh-keygen update-ca-certificates xauth|118|25|47
git-lfs|git git-lfs perl|114|git git-lfs less openssl patch perl scp ssh ssh-keygen update-ca-certificates xauth|129|25|47
git-svn|git perl|117|git less openssl patch perl scp ssh ssh-keygen update-ca-certificates xauth|132|34|58
gnupg|gpg|19|gpg|25|21|25
gnupg1||13|openssl update-ca-certificates|20|18|25
gnupg2|gpg|19|gpg|25|22|26
golang|go|443|c++ cc g++ gcc go pkg-config pkgconf|754|8|93
golang-go|go|443|c++ cc g++ gcc go pkg-config pkgconf|753|4|89
gosu|gosu|2|gosu|2|1|1
gperf||0||0|1|1
gpg|gpg|5|gpg|25|6|25
gpg-agent||3|gpg|25|8|25
graphicsmagick||84|gs|161|32|76
graphviz|dot|73|dot|126|66|72
grep||0||0|0|0
groff||20|convert gs perl|264|17|124
gstreamer1.0-libav||304|openssl python3 update-ca-certificates|620|150|222
gtk2-engines-murrine||70||80|42|45
gzip||0||0|0|0
h5utils||17|openssl update-ca-certificates|24|24|32
haveged||0||0|2|2
hdf5-tools||18|openssl update-ca-certificates|21|20|26
hicolor-icon-theme||0||0|1|1
hostname||0||0|0|0
htop|htop|1|htop|1|4|5
hwloc||14||51|21|27
ibverbs-providers||2||2|4|4
ibverbs-utils||1||2|4|5
imagemagick|convert|92|convert gs|205|43|112
inetutils-ping||0||0|2|2
infiniband-diags|perl|48|perl|48|9|10
inkscape|pkill ps python3 top|380|convert gs openssl perl pkill ps python3 top update-ca-certificates|575|176|257
inotify-tools||0||0|2|2
iotop|python3|32|openssl python3 update-ca-certificates|35|23|27
iproute2|ip|13|ip|14|15|18
iptables||3||5|9|14
iputils-ping|ping|0|ping|0|2|3
jed||7||7|8|8
jq|jq|1|jq|1|3|3
kmod||6||6|3|3
lcov|cc gcc perl|219|cc gcc perl|304|33|91
less|less|0|less|0|1|1
libace-dev||9||9|2|2
libaio-dev||0||0|2|2
libaio1||0||0|1|1
libapache2-mod-fcgid|perl|103|openssl perl update-ca-certificates|107|32|39
libapache2-mod-passenger|openssl perl ruby update-ca-certificates|141|openssl perl ruby unzip update-ca-certificates zip|156|53|64
libapache2-mod-php|perl|133|openssl perl pkill ps top update-ca-certificates|142|48|63
libapparmor-dev||0||0|2|2
libapr1||0||0|1|1
libapr1-dev|python3|62|openssl python3 update-ca-certificates|120|34|73
libarchive-dev||40||40|4|4
libasound2||1||2|2|4
libasound2-dev||2||3|3|5
libatk1.0-0||6||57|3|8
libatlas-base-dev||38||38|4|4
libavcodec-dev||211||425|90|127
libavformat-dev||235||450|115|155
libavutil-dev||35||277|20|57
libb64-0d||0||0|1|1
libb64-dev||0||0|2|2
libblas-dev||1||1|2|2
libbluetooth-dev||30||85|18|55
libboost-all-dev|autoconf automake mpiexec mpirun perl python3 scp ssh ssh-keygen|830|autoconf automake cc file gcc gfortran libtoolize mpiexec mpirun openssl perl python3 scp ssh ssh-keygen update-ca-certificates xauth|903|227|273
libboost-dev||218||274|28|65
libboost-filesystem-dev||227||282|32|69
libboost-program-options-dev||224||279|30|67
libboost-system-dev||222||278|30|67
libboost-thread-dev||245||301|40|77
libbz2-dev||29||85|17|55
libc6||0||0|0|0
libc6-dev||29||84|16|53
libcairo2||13||13|19|19
libcairo2-dev|pkg-config pkgconf python3|117|openssl pkg-config pkgconf python3 update-ca-certificates|208|99|131
libcanberra-gtk-module||130||154|77|95
libcap-dev||3||3|1|1
libcups2||10||12|11|19
libcurl4||11|openssl update-ca-certificates|15|15|21
libcurl4-gnutls-dev||13|openssl update-ca-certificates|16|16|22
libcurl4-openssl-dev||13|openssl update-ca-certificates|16|16|22
libdb-dev||3||3|2|2
libdbi-perl|perl|49|perl|49|6|7
libdbus-1-3||0||2|1|8
libdbus-1-dev|pkg-config pkgconf|2|pkg-config pkgconf|3|8|15
libdbus-glib-1-2||5||58|3|15
libdcmtk-dev||178||231|47|78
libedit-dev||33||89|24|61
libedit2||0||0|2|2
libeigen3-dev|pkg-config pkgconf|9|pkg-config pkgconf|9|5|5
libevent-dev||9||9|7|7
libexpat1||0||0|1|1
libexpat1-dev||30||85|18|54
libffi-dev||0||0|1|1
libfftw3-dev||24||24|8|8
libfontconfig1||6||6|7|7
libfontconfig1-dev|pkg-config pkgconf|42|pkg-config pkgconf|92|35|66
libfontenc1||0||0|1|1
libfreetype6||2||2|3|3
libfreetype6-dev||36||89|24|59
libgconf-2-4||12||72|7|26
libgd-dev|pkg-config pkgconf|107|pkg-config pkgconf|112|86|91
libgdal-dev|autoconf automake perl|762|autoconf automake cc file gcc libtoolize openssl perl pkg-config pkgconf update-ca-certificates|951|200|252
libgdbm-dev||29||85|18|55
libgdk-pixbuf2.0-0||56||66|21|24
libgeoip-dev|perl|48|perl|58|9|12
libgeos-dev||4||4|3|3
libgflags-dev||1||1|2|2
libgif-dev||0||0|2|2
libgl1||206||206|41|41
libgl1-mesa-dev||215||215|66|66
libgl1-mesa-dri||199||199|23|23
libgl1-mesa-glx||206||206|42|42
libglew-dev||220||220|70|70
libglib2.0-0||4||56|1|6
libglib2.0-dev|pkg-config pkgconf python3|87|openssl pkg-config pkgconf python3 update-ca-certificates|188|52|95
libglu1-mesa-dev||215||215|56|56
libgmp-dev||2||2|2|2
libgmp3-dev||2||2|3|3
libgomp1||0||0|1|1
libgoogle-glog-dev||5||5|7|7
libgraphviz-dev||182||194|93|108
libgssapi-krb5-2||8||8|6|7
libgstreamer-plugins-base1.0-dev|pkg-config pkgconf python3|353|openssl pkg-config pkgconf python3 update-ca-certificates|420|143|193
libgstreamer1.0-0||10||62|6|12
libgstreamer1.0-dev|pkg-config pkgconf python3|106|openssl pkg-config pkgconf python3 update-ca-certificates|206|64|108
libgtest-dev||5||5|2|2
libgtk-3-0|pkill ps top|170|pkill ps top|198|102|117
libgtk2.0-0||128||150|66|82
libgtk2.0-dev|pkg-config pkgconf python3|303|autoconf automake bzip2 c++ cc curl file g++ gcc gpg libtoolize make openssl patch perl pkg-config pkgconf python3 update-ca-certificates xz|693|186|326
libgtk3.0-cil-dev|perl pkill ps top|277|openssl perl pkill ps top update-ca-certificates|313|141|167
libhdf5-dev||70|openssl update-ca-certificates|127|44|84
libhwloc-dev|autoconf automake perl|83|autoconf automake cc file gcc libtoolize perl|357|31|104
libibverbs-dev||6||6|7|7
libibverbs1||1||2|3|4
libicu-dev||111||167|19|56
libidn11-dev|pkg-config pkgconf|1|pkg-config pkgconf|1|7|7
libjemalloc-dev||4||4|2|2
libjemalloc2||1||1|1|1
libjpeg-dev||30||85|19|55
libjpeg62-turbo||1||1|1|1
libjpeg62-turbo-dev||30||85|18|54
libkrb5-dev||30||86|23|60
liblapack-dev||36||36|6|6
liblapacke-dev||47||47|10|10
liblcms2-dev||2||2|2|2
libldap2-dev||2||9|5|8
libleveldb-dev||1||1|3|3
liblmdb-dev||0||3|2|3
libltdl-dev|autoconf automake perl|52|autoconf automake cc file gcc libtoolize perl|318|11|94
libltdl7||0||0|1|1
liblzma-dev||1||1|1|1
libmagic1||8||8|2|2
libmagickcore-dev|autoconf automake perl pkg-config pkgconf python3|359|autoconf automake cc file gcc gs libtoolize openssl perl pkg-config pkgconf python3 update-ca-certificates|631|193|273
libmagickwand-dev|autoconf automake perl pkg-config pkgconf python3|362|autoconf automake cc file gcc gs libtoolize openssl perl pkg-config pkgconf python3 update-ca-certificates|633|195|275
libmcrypt-dev||1||1|2|2
libmecab-dev||5||5|2|2
libmemcached-dev||31||86|24|62
libminiupnpc-dev||0||0|2|2
libmp3lame-dev||1||1|2|2
libncurses-dev||32||87|19|57
libncurses5||1||1|2|3
libncurses5-dev||32||87|20|58
libncursesw5||1||1|2|3
libncursesw5-dev||32||87|20|58
libnl-3-dev||1||1|2|2
libnl-route-3-dev||3||3|4|4
libnspr4||0||0|1|1
libnss3||6||6|3|3
libnss3-dev||9||9|5|5
libnuma-dev||29||84|18|54
libnuma1||0||0|1|1
libomp-dev||174||174|10|10
libopenblas-dev||101||101|6|6
libopencore-amrnb-dev||1||1|2|2
libopencore-amrwb-dev||0||0|2|2
libopencv-dev|pkg-config pkgconf|1025|openssl pkg-config pkgconf pkill ps top update-ca-certificates|1241|372|472
libopenexr-dev||36||92|21|58
libopenmpi-dev|autoconf automake mpiexec mpirun perl scp ssh ssh-keygen|389|autoconf automake cc file gcc gfortran libtoolize mpiexec mpirun perl scp ssh ssh-keygen xauth|460|102|146
libpango-1.0-0||15||67|16|21
libpango1.0-0||22||74|33|38
libpango1.0-dev|pkg-config pkgconf python3|219|openssl pkg-config pkgconf python3 update-ca-certificates|275|130|161
libpangocairo-1.0-0||22||73|30|35
libpcre3||1||1|1|1
libpcre3-dev||33||88|21|58
libplplot-dev|autoconf automake perl pkill ps top|694|autoconf automake cc cmake file gcc libtoolize make openssl perl pkg-config pkgconf pkill ps top update-ca-certificates|858|240|319
libpng-dev||31||87|19|56
libpng16-16||0||0|1|1
libpq-dev||22||23|12|15
libpq5||9||10|10|13
libproj-dev||76|openssl update-ca-certificates|132|50|85
libprotobuf-dev||45||101|20|57
libpulse0||9||10|18|25
libpython3.11||32||32|18|20
libpython3.11-dev||80||135|28|65
librdmacm1||1||2|4|5
libreadline-dev||33||89|22|60
libreoffice|gpg python3 soffice|526|gpg gs java openssl perl pkill ps python3 soffice top unzip update-ca-certificates|2030|189|677
librsvg2-dev|pkg-config pkgconf python3|190|openssl pkg-config pkgconf python3 update-ca-certificates|236|142|165
libsasl2-dev||30||86|19|57
libsdl1.2-dev|pkg-config pkgconf python3|322|openssl pkg-config pkgconf python3 update-ca-certificates|383|131|174
libseccomp-dev||0||0|1|1
libsm6||1||1|4|4
libsnappy-dev||0||0|2|2
libsndfile1||3||3|8|8
libsndfile1-dev||10|pkg-config pkgconf|10|17|21
libsnmp-dev|pkill ps top|102|perl pkill ps top|161|41|83
libsodium-dev||1||1|2|2
libsox-dev||24||26|44|53
libsox-fmt-all||22||24|43|52
libspdlog-dev||4||4|5|5
libsqlite3-0||2||2|1|1
libsqlite3-dev||33||89|18|55
libssh2-1-dev||43||99|20|57
libssl-dev||18||18|2|2
libssl3||6||6|1|1
libstdc++6||0||0|0|0
libsubunit-dev||0||0|2|2
libsubunit0||0||0|1|1
libswscale-dev||37||279|22|59
libsystemd-dev||1||1|1|1
libtbb-dev||2||44|5|18
libtheora-dev||15||15|23|23
libtidy-dev||2||2|2|2
libtiff-dev||40||92|35|66
libtiff5-dev||40|pkg-config pkgconf|93|36|71
libtinfo-dev||32||87|20|58
libtinfo5||1||1|1|1
libtool|cc file gcc libtoolize|210|autoconf automake cc file gcc libtoolize perl|318|46|94
libtool-bin|cc file gcc libtoolize|211|autoconf automake cc file gcc libtoolize perl|319|47|95
libturbojpeg0||1||1|1|1
libudev-dev||0||0|1|1
libunwind-dev||4||4|3|3
libunwind8||0||0|1|1
libv4l-0||1||1|3|3
libv4l-dev||2||2|5|5
libvorbis-dev||3||3|6|6
libvpx-dev||7||7|2|2
libwebp-dev||2||2|4|4
libx11-6||4||4|6|6
libx11-dev||9||9|15|15
libx11-xcb-dev||10||10|17|17
libx11-xcb1||4||4|7|7
libx264-dev||5||5|2|2
libxcb1||1||1|4|4
libxcomposite1||4||4|7|7
libxcursor1||4||4|9|9
libxdamage1||4||4|7|7
libxext-dev||10||10|16|16
libxext6||4||4|7|7
libxfixes3||4||4|7|7
libxft-dev|pkg-config pkgconf|52|pkg-config pkgconf|98|56|81
libxi6||4||4|8|8
libxine2-dev|perl pkg-config pkgconf|52|perl pkg-config pkgconf|52|14|15
libxinerama1||4||4|8|8
libxml2||37||37|2|2
libxml2-dev||116||172|21|58
libxml2-utils||37||37|3|3
libxpm-dev||9||9|17|17
libxpm4||4||4|7|7
libxrandr2||4||4|9|9
libxrender-dev||9||9|18|18
libxrender1||4||4|7|7
libxslt1-dev||119||175|23|60
libxslt1.1||38||38|3|3
libxss1||4||4|9|9
libxt-dev||12||12|21|21
libxt6||5||5|10|10
libxtst6||4||4|9|9
libxvidcore-dev||2||2|2|2
libyaml-0-2||0||0|1|1
libyaml-dev||0||0|2|2
libzip-dev||30||86|19|56
libzmq3-dev||127||183|39|76
libzstd-dev||1||1|1|1
linux-libc-dev||7||7|1|1
llvm||238|openssl python3 update-ca-certificates|721|31|110
lmodern||47||47|12|12
locales|locale-gen|20|locale-gen|20|2|2
locales-all||226||226|2|2
locate||0||0|1|1
logrotate|cron crontab|1|cron crontab openssl update-ca-certificates|20|5|30
lsb-release|lsb_release|0|lsb_release|0|1|1
lsof|lsof|9|lsof|9|9|10
ltrace||1||1|2|2
luarocks|unzip wget zip|40|autoconf automake cc file gcc libtoolize openssl perl pkg-config pkgconf unzip update-ca-certificates wget zip|335|31|120
lynx||6|bzip2 file perl xz|62|4|18
m4||1||1|1|1
make|make|2|make|2|1|1
mariadb-client|perl|130|perl|132|15|20
mariadb-server|ip lsof perl pkill ps rsync socat top|250|ip lsof perl pkill ps rsync socat top|252|50|66
maven|java openssl update-ca-certificates|231|java openssl update-ca-certificates|285|67|81
mc||20|bzip2 file perl unzip xz|128|7|27
mcrypt|bzip2|1|bzip2|1|4|4
mecab||209||209|5|5
mecab-ipadic-utf8||54||54|4|4
memcached|perl|54|perl|54|10|12
mercurial|hg python3|47|hg openssl python3 scp ssh ssh-keygen update-ca-certificates xauth|61|26|43
mesa-common-dev||217||217|55|55
mesa-utils||209||209|50|50
mime-support|perl|47|bzip2 file perl xz|56|8|14
mono-devel|openssl perl pkg-config pkgconf update-ca-certificates|314|openssl perl pkg-config pkgconf update-ca-certificates|367|224|235
moreutils|perl|47|perl|47|10|11
mpich||53|autoconf automake c++ cc file g++ gcc gfortran libtoolize perl|565|14|123
nano|nano|3|nano|3|2|3
nasm|nasm|3|nasm|3|1|1
neovim||26|openssl python3 update-ca-certificates xauth|68|11|56
net-tools|ifconfig netstat|1|ifconfig netstat|1|1|1
netbase||0||0|1|1
netcat-openbsd|nc|0|nc|0|2|2
nfs-common|python3|36|openssl python3 update-ca-certificates|39|35|41
nginx|ip nginx|15|ip nginx|15|17|20
nginx-extras|ip nginx perl|154|ip nginx perl|164|86|91
ninja-build|ninja|0|ninja|0|1|1
nmap||34||36|11|18
nodejs|node nodejs|94|node nodejs openssl update-ca-certificates|112|13|16
npm|node nodejs npm npx openssl python3 update-ca-certificates|225|bzip2 c++ cc g++ gcc git gpg less make node nodejs npm npx openssl patch perl python3 scp ssh ssh-keygen update-ca-certificates xauth xz|876|387|662
ntp|python3|33|openssl python3 update-ca-certificates|55|27|48
numactl||0||0|2|2
openbox|python3|203|openssl pkill ps python3 top update-ca-certificates|321|115|177
openjdk-17-jdk|jar java javac openssl update-ca-certificates|566|jar java javac openssl pkill ps top update-ca-certificates|634|113|186
openjdk-17-jre-headless|java openssl update-ca-certificates|219|java openssl update-ca-certificates|273|34|48
openmpi-bin|mpiexec mpirun scp ssh ssh-keygen|76|mpiexec mpirun scp ssh ssh-keygen xauth|77|42|45
openssh-client|scp ssh ssh-keygen|14|scp ssh ssh-keygen xauth|18|11|20
openssh-server|pkill ps scp ssh ssh-keygen sshd top|20|pkill ps scp ssh ssh-keygen sshd top xauth|49|23|58
openssl|openssl|8|openssl|8|2|2
openvpn||8|openssl|72|6|22
optipng||1||1|2|2
p7zip||1||1|1|1
p7zip-full|7z|7|7z|7|2|2
pandoc|pandoc|166|pandoc|166|4|4
parallel|parallel perl pkill ps top xz|55|parallel perl pkill ps top xz|81|15|38
patch|patch|0|patch|0|1|1
patchelf||0||0|1|1
pbzip2||0||0|1|1
pciutils||8||8|5|5
pdsh|perl scp ssh ssh-keygen|62|perl scp ssh ssh-keygen xauth|66|22|32
perl|perl|46|perl|46|5|6
php|perl|134|openssl perl pkill ps top update-ca-certificates|142|49|64
php-cli||68||68|19|19
php-curl||21|openssl update-ca-certificates|24|22|28
php-imagick|perl|186|gs openssl perl pkill ps top update-ca-certificates|275|84|134
php-intl||51||51|9|9
php-mbstring||17||17|9|9
php-memcached|perl|134|openssl perl pkill ps top update-ca-certificates|142|55|70
php-mongodb|perl|135|openssl perl pkill ps top update-ca-certificates|144|50|65
php-mysql||16||16|8|8
php-pear||71||71|23|23
php-xdebug|perl|135|openssl perl pkill ps top update-ca-certificates|144|49|64
php-xml||53||53|11|11
php-zip||16||16|9|9
pigz||0||0|1|1
pipx|openssl pipx python3 update-ca-certificates|41|openssl pipx pkill ps python3 top update-ca-certificates|177|40|118
pkg-config|pkg-config pkgconf|0|pkg-config pkgconf|0|4|4
pkgconf|pkg-config pkgconf|0|pkg-config pkgconf|0|3|3
poppler-utils|pdftoppm pdftotext|28|pdftoppm pdftotext|40|32|33
portaudio19-dev|pkg-config pkgconf|6|pkg-config pkgconf|7|14|16
postfix|openssl|51|openssl python3 update-ca-certificates|76|17|34
postgis||187|cron crontab locale-gen openssl perl update-ca-certificates xz|565|91|172
postgresql-client|perl|65|perl|66|22|25
procps|pkill ps top|3|pkill ps top|4|3|5
proj-bin||42|openssl update-ca-certificates|46|25|31
protobuf-c-compiler||6||6|3|3
protobuf-compiler||6||104|3|59
psmisc||1||1|1|1
pulseaudio||244||482|128|199
pv||0||0|1|1
pwgen||0||0|1|1
python-is-python3|python python3|32|openssl python python3 update-ca-certificates|35|23|27
python3|python3|32|openssl python3 update-ca-certificates|35|22|26
python3-configargparse|python3|32|openssl python3 update-ca-certificates|35|23|27
python3-dev|python3|90|openssl python3 update-ca-certificates|148|41|81
python3-distutils|python3|33|openssl python3 update-ca-certificates|36|24|28
python3-full|ifconfig netstat openssl python3 update-ca-certificates|129|ifconfig netstat openssl python3 update-ca-certificates|203|63|72
python3-h5py|python3|80|openssl python3 update-ca-certificates|84|44|51
python3-lxml|python3|74|openssl python3 update-ca-certificates|81|26|37
python3-matplotlib|c++ cc g++ gcc python3|839|c++ cc g++ gcc openssl python3 update-ca-certificates|902|159|192
python3-minimal|python3|18|openssl python3 update-ca-certificates|35|5|24
python3-numpy|python3|69|openssl python3 update-ca-certificates|72|28|32
python3-opencv|python3|808|openssl pkill ps python3 top update-ca-certificates|1003|327|417
python3-openssl|python3|35|openssl python3 update-ca-certificates|38|25|29
python3-pil|perl python3|94|bzip2 file openssl perl python3 update-ca-certificates xz|158|54|70
python3-pip|openssl pip pip3 python3 update-ca-certificates|46|bzip2 c++ cc g++ gcc gpg make openssl patch perl pip pip3 python3 update-ca-certificates xz|455|30|152
python3-psutil|python3|33|openssl python3 update-ca-certificates|36|23|27
python3-pyqt5|python3|331|openssl pkill ps python3 top update-ca-certificates|485|125|212
python3-scipy|c++ cc g++ gcc python3|653|bzip2 c++ cc file g++ gcc openssl perl python3 update-ca-certificates xz|829|91|161
python3-setuptools|python3|36|openssl python3 update-ca-certificates|39|26|30
python3-tk|python3|51|openssl python3 update-ca-certificates|54|44|48
python3-venv|openssl python3 update-ca-certificates|39|openssl python3 update-ca-certificates|39|30|32
python3-virtualenv|openssl python3 update-ca-certificates|40|bzip2 c++ cc g++ gcc gpg make openssl patch perl python3 update-ca-certificates xz|450|36|160
python3-wheel|python3|33|openssl python3 update-ca-certificates|36|25|29
python3.11||32|openssl update-ca-certificates|35|19|23
python3.11-dev||87|openssl update-ca-certificates|145|31|70
python3.11-venv|openssl python3 update-ca-certificates|39|openssl python3 update-ca-certificates|39|29|31
r-base|openssl unzip update-ca-certificates zip|161|bzip2 c++ cc g++ gcc gfortran gpg make openssl patch perl pkg-config pkgconf unzip update-ca-certificates xauth xz zip|854|95|324
r-base-dev|bzip2 c++ cc g++ gcc gfortran make openssl patch perl pkg-config pkgconf unzip update-ca-certificates xauth xz zip|562|bzip2 c++ cc g++ gcc gfortran gpg make openssl patch perl pkg-config pkgconf unzip update-ca-certificates xauth xz zip|854|158|322
r-recommended|openssl unzip update-ca-certificates zip|161|bzip2 c++ cc g++ gcc gfortran gpg make openssl patch perl pkg-config pkgconf unzip update-ca-certificates xauth xz zip|854|94|322
rdma-core||17|ip|26|5|24
rdmacm-utils||2||3|5|6
re2c||4||4|1|1
redis-server|redis-cli redis-server|13|redis-cli redis-server|13|6|6
redis-tools|redis-cli|13|redis-cli|13|5|5
rsync|rsync|7|rsync|7|3|3
rsyslog||2|cron crontab openssl update-ca-certificates|22|4|34
ruby|openssl ruby update-ca-certificates|37|openssl ruby unzip update-ca-certificates zip|50|18|24
ruby-dev|openssl ruby update-ca-certificates|42|openssl ruby unzip update-ca-certificates zip|72|22|29
runit||1||1|3|4
rustc|cc gcc rustc|627|cargo cc gcc openssl python3 rustc update-ca-certificates|1170|50|143
screen|screen|1|screen|1|2|2
sed||0||0|0|0
shellcheck|shellcheck|19|shellcheck|19|1|1
silversearcher-ag||1||1|2|2
slurm-wlm||15|openssl update-ca-certificates|134|17|114
snmp||64|perl|65|21|24
socat|socat|10|socat|10|11|12
software-properties-common|add-apt-repository gpg lsb_release openssl python3 update-ca-certificates|152|add-apt-repository gpg lsb_release openssl python3 update-ca-certificates|175|102|126
sox|sox|16|sox|17|24|26
sqlite3|sqlite3|3|sqlite3|3|4|4
ssh|pkill ps scp ssh ssh-keygen sshd top|20|pkill ps scp ssh ssh-keygen sshd top xauth|49|24|59
ssl-cert|openssl|8|openssl|8|3|3
ssmtp||0||0|2|2
strace|strace|3|strace|3|2|2
subversion|svn|20|svn|21|17|19
sudo|sudo|6|sudo|6|1|1
supervisor|python3 supervisorctl supervisord|35|openssl python3 supervisorctl supervisord update-ca-certificates|38|24|28
swig|swig|6|swig|6|2|2
sysstat|xz|3|xz|28|6|26
systemd||23||25|12|20
tar||0||0|0|0
tcl||4||4|3|3
tcl-dev|bzip2 make patch perl xz|125|bzip2 c++ cc g++ gcc gpg make patch perl xz|394|41|131
tcpdump||8||10|4|11
telnet|telnet|8|telnet|8|8|9
tesseract-ocr|tesseract|96|openssl tesseract update-ca-certificates|114|62|71
texinfo|perl|98|openssl perl update-ca-certificates|113|16|54
texlive-fonts-extra|perl|1582|java openssl perl pkill ps python3 ruby top unzip update-ca-certificates zip|2960|54|382
texlive-fonts-recommended|perl|215|openssl perl update-ca-certificates|713|54|203
texlive-latex-base|perl|223|openssl perl update-ca-certificates|656|55|199
texlive-latex-extra|perl python3|438|java openssl perl pkill ps python3 ruby top unzip update-ca-certificates zip|1342|85|335
texlive-xetex|perl python3|459|java openssl perl pkill ps python3 ruby top unzip update-ca-certificates zip|1359|88|337
tig|git perl|106|git less openssl patch perl scp ssh ssh-keygen update-ca-certificates xauth|120|29|52
time||0||0|1|1
tini|tini|1|tini|1|1|1
tk||18||18|24|24
tk-dev|bzip2 make patch perl pkg-config pkgconf xz|154|bzip2 c++ cc g++ gcc gpg make patch perl pkg-config pkgconf xz|413|90|168
tmux|tmux|1|tmux|1|3|3
tor||12|cron crontab openssl update-ca-certificates|50|4|34
traceroute||0||0|1|1
tree|tree|0|tree|0|1|1
tzdata||0||0|0|0
udev||17||17|3|3
unixodbc||2||2|7|7
unixodbc-dev||3||3|6|6
unzip|unzip|0|unzip|0|1|1
usbutils||0||0|2|2
uuid-dev||29||84|17|54
uwsgi||50||51|18|19
v4l-utils||4||4|5|5
valgrind||87|gdb openssl update-ca-certificates|267|2|56
vim|vim|40|vim|40|5|6
vim-common||0|vim|40|1|6
vim-nox|openssl ruby update-ca-certificates|153|openssl perl ruby unzip update-ca-certificates zip|168|46|55
vim-tiny||2||2|2|3
virtualenv|openssl python3 update-ca-certificates virtualenv|40|bzip2 c++ cc g++ gcc gpg make openssl patch perl python3 update-ca-certificates virtualenv xz|450|37|161
w3m||9|openssl update-ca-certificates|12|4|6
webp||210||210|54|54
wget|wget|4|openssl update-ca-certificates wget|12|2|6
whois||0||0|1|1
x11-apps||23||23|39|40
x11vnc|openssl|31|openssl|237|43|96
xauth|xauth|4|xauth|4|9|9
xdg-utils||0|openssl perl update-ca-certificates|343|1|140
xfonts-100dpi||7||7|8|8
xfonts-75dpi||7||7|8|8
xfonts-base||10||10|8|8
xfonts-encodings||1||1|2|2
xfonts-scalable||4||4|8|8
xfonts-utils||3||3|7|7
xfsprogs|python3|72|openssl python3 update-ca-certificates|75|30|34
xmlstarlet||38||38|4|4
xorg|xauth|338|xauth|377|139|171
xorg-dev|pkg-config pkgconf|275|pkg-config pkgconf|321|159|183
xsltproc||38||38|4|4
xterm||15||15|27|28
xvfb|Xvfb xvfb-run|226|Xvfb xauth xvfb-run|234|62|67
xz-utils|xz|1|xz|1|1|1
yasm|yasm|2|yasm|2|1|1
zip|zip|1|unzip zip|1|1|2
zlib1g||0||0|0|0
zlib1g-dev||30||85|17|54
zsh|zsh|18|zsh|20|2|6
zstd||2||2|1|1
"""

IN_IMAGES = ('adduser', 'apt', 'apt-utils', 'base-files', 'bash', 'bsdutils', 'bzip2', 'ca-certificates', 'coreutils', 'curl', 'dash', 'debconf', 'diffutils', 'dirmngr', 'dpkg', 'e2fsprogs', 'findutils', 'gnupg', 'gnupg2', 'gpg', 'gpg-agent', 'gpgv', 'grep', 'gzip', 'hostname', 'init-system-helpers', 'iproute2', 'less', 'libc-bin', 'libc6', 'libgcc-s1', 'libssl3', 'libstdc++6', 'locales', 'login', 'lsb-base', 'lsb-release', 'mawk', 'mount', 'netbase', 'openssl', 'passwd', 'perl', 'perl-base', 'procps', 'sed', 'sensible-utils', 'sysvinit-utils', 'tar', 'tzdata', 'ubuntu-keyring', 'util-linux', 'wget', 'xz-utils', 'zlib1g')

NOT_IN = ('distribution curl', 'distribution wget')

IN_FLAVOURS = ('cuda devel gcc', 'cuda devel g++', 'cuda devel make', 'cuda devel dpkg-dev', 'cuda devel libc6-dev', 'cuda devel build-essential', 'python ca-certificates', 'python curl', 'python gnupg', 'python netbase', 'python tzdata', 'python wget', 'python git', 'python mercurial', 'python openssh-client', 'python subversion', 'python procps', 'python autoconf', 'python automake', 'python bzip2', 'python default-libmysqlclient-dev', 'python dpkg-dev', 'python file', 'python g++', 'python gcc', 'python imagemagick', 'python libbz2-dev', 'python libc6-dev', 'python libcurl4-openssl-dev', 'python libdb-dev', 'python libevent-dev', 'python libffi-dev', 'python libgdbm-dev', 'python libglib2.0-dev', 'python libgmp-dev', 'python libjpeg-dev', 'python libkrb5-dev', 'python liblzma-dev', 'python libncurses-dev', 'python libncurses5-dev', 'python libncursesw5-dev', 'python libpng-dev', 'python libpq-dev', 'python libreadline-dev', 'python libsqlite3-dev', 'python libssl-dev', 'python libtool', 'python libwebp-dev', 'python libxml2-dev', 'python libxslt-dev', 'python libyaml-dev', 'python make', 'python patch', 'python unzip', 'python xz-utils', 'python zlib1g-dev', 'python build-essential')
