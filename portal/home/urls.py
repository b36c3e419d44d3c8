from django.http import HttpResponse
from django.urls import path


def stub(request):
    return HttpResponse()


urlpatterns = [path('', stub, name='home'), path('cari/', stub, name='search')]
