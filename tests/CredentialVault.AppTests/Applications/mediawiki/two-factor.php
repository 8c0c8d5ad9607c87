
// Where Debian's package keeps what is bundled with MediaWiki.
$wgExtensionDirectory = "$IP/extensions-core";
$wgExtensionAssetsPath = "$wgScriptPath/extensions-core";
wfLoadExtension( 'OATHAuth' );

// There is no cache server; sessions are in the database.
$wgSessionCacheType = CACHE_DB;
// Jobs would be run by a request of the wiki to itself.
$wgJobRunRate = 0;

// What a server keeps in its own memory, the script that ends sessions does not reach.
$wgMainCacheType = CACHE_NONE;
